/** Enters institutions, terminals, purposes and grants through the store. */
@NullMarked
package mo.farol.demo.seed;

import org.jspecify.annotations.NullMarked;
