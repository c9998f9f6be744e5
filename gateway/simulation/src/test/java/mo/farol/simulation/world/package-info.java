@NullMarked
package mo.farol.simulation.world;

import org.jspecify.annotations.NullMarked;
