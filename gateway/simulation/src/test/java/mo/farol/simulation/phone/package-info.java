@NullMarked
package mo.farol.simulation.phone;

import org.jspecify.annotations.NullMarked;
