@NullMarked
package mo.farol.jmh;

import org.jspecify.annotations.NullMarked;
