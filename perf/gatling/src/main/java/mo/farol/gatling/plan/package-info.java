/** What is asked for: simulations, flags, rates over time. */
@NullMarked
package mo.farol.gatling.plan;

import org.jspecify.annotations.NullMarked;
