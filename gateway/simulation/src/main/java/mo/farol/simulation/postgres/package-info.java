/** A model of PostgreSQL as the arbiter: snapshots, waits, commits, a synchronous standby, crashes. */
@NullMarked
package mo.farol.simulation.postgres;

import org.jspecify.annotations.NullMarked;
