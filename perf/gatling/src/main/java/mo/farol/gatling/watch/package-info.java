/** What is watched beside the load: the gateways' memory, and the generator itself. */
@NullMarked
package mo.farol.gatling.watch;

import org.jspecify.annotations.NullMarked;
