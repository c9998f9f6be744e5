@NullMarked
package mo.farol.token;

import org.jspecify.annotations.NullMarked;
