/** What is measured: PostgreSQL, gateways, the peers. All on the loopback address. */
@NullMarked
package mo.farol.bench.world;

import org.jspecify.annotations.NullMarked;
