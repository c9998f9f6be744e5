/** One seed's world: who asks what and when, and what goes wrong. */
@NullMarked
package mo.farol.simulation.world;

import org.jspecify.annotations.NullMarked;
