/** Enters synthetic residents, institutions, terminals and purposes through the store. */
@NullMarked
package mo.farol.demo.seed;

import org.jspecify.annotations.NullMarked;
