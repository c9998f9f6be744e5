@NullMarked
package mo.farol.simulation.planted;

import org.jspecify.annotations.NullMarked;
