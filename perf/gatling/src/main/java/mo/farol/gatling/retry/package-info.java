/** How a terminal asks again elsewhere when a gateway is lost. */
@NullMarked
package mo.farol.gatling.retry;

import org.jspecify.annotations.NullMarked;
