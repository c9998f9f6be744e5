/** Witnesses of the public log, and the check that the database has not gone back behind them. */
@NullMarked
package mo.farol.store.accesslog.witness;

import org.jspecify.annotations.NullMarked;
