/** Tests of the package. */
@NullMarked
package mo.farol.chaos.history;

import org.jspecify.annotations.NullMarked;
