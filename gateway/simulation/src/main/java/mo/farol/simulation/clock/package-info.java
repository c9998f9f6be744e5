/** Virtual time: one queue of events, one thread. */
@NullMarked
package mo.farol.simulation.clock;

import org.jspecify.annotations.NullMarked;
