/** Tests of the package. */
@NullMarked
package mo.farol.chaos.load;

import org.jspecify.annotations.NullMarked;
