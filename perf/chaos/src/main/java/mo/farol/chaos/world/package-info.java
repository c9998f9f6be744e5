/** Three gateways and PostgreSQL with a standby, each in a network namespace of its own. */
@NullMarked
package mo.farol.chaos.world;

import org.jspecify.annotations.NullMarked;
