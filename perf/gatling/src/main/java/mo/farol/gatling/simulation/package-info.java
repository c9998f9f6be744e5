/** The simulations, in Gatling's terms. */
@NullMarked
package mo.farol.gatling.simulation;

import org.jspecify.annotations.NullMarked;
