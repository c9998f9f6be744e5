/** Authenticated news between gateways. Nothing rests on them: what does not arrive costs a look-up. */
@NullMarked
package mo.farol.cluster.announcement;

import org.jspecify.annotations.NullMarked;
