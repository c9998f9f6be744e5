/** Bugs planted on purpose, to show that the checks find them. */
@NullMarked
package mo.farol.simulation.planted;

import org.jspecify.annotations.NullMarked;
