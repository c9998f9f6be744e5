/** A gateway around the product's own verification and store, and what connects gateways. */
@NullMarked
package mo.farol.simulation.gateway;

import org.jspecify.annotations.NullMarked;
