@NullMarked
package mo.farol.core;

import org.jspecify.annotations.NullMarked;
