/** Load simulations that users point at a deployment. */
@NullMarked
package mo.farol.gatling;

import org.jspecify.annotations.NullMarked;
