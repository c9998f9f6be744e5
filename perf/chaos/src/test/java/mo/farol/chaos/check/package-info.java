/** Tests of the package. */
@NullMarked
package mo.farol.chaos.check;

import org.jspecify.annotations.NullMarked;
