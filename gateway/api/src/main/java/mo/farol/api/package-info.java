@NullMarked
package mo.farol.api;

import org.jspecify.annotations.NullMarked;
