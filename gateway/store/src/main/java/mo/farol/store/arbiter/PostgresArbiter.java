package mo.farol.store.arbiter;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import mo.farol.core.time.TimeAnchor;
import mo.farol.core.verification.Arbiter;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.store.StoreConfig;
import mo.farol.store.accesslog.CircumstanceColumns;
import mo.farol.store.atrest.Opening;
import mo.farol.store.batch.GroupCommit;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as the arbiter. One batch of redemptions is under way at a time; those that lost, retry or are unknown are
 * settled on other connections, while the next batch already leaves.
 */
public final class PostgresArbiter implements Arbiter {
    /** Connections that are held. */
    public static final int CONNECTIONS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresArbiter.class);
    private static final int MOST_WAITING = 8192;

    private final GroupCommit<Redemption, Decision> redeeming;
    private final RedeemLane lane;
    private final SettleLane losers;
    private final SettleLane unknowns;

    /** @param connections of its own, {@link #CONNECTIONS} of them */
    public PostgresArbiter(
            Vertx vertx,
            Context context,
            StoreConfig config,
            Connections connections,
            Opening opening,
            TimeAnchor time) {
        DecisionReader reader = new DecisionReader(opening);
        this.losers = new SettleLane(vertx, connections, reader, time);
        this.unknowns = new SettleLane(vertx, connections, reader, time);
        this.lane = new RedeemLane(connections, new RedeemingStatement(config), reader, time, losers, unknowns);
        this.redeeming = new GroupCommit<>(
                vertx, context, MOST_WAITING, row -> CircumstanceColumns.size(row.circumstances()), lane::send);
    }

    @Override
    public Future<Decision> redeem(Redemption redemption) {
        return redeeming.submit(redemption).otherwise(cause -> {
            // A full queue is said by metrics and to the caller; a line for each would only add to the load.
            LOG.debug("a redemption was not decided: {}", Trouble.nameOf(cause));
            if (!(cause instanceof GroupCommit.Overflow)) {
                LOG.error("ALARM a redemption was not decided: {}", Trouble.nameOf(cause));
            }
            return new Decision.Unavailable();
        });
    }

    /** Keeps the lane's connection alive and in use, so that silence on it means trouble. On the arbiter's context. */
    public Future<Void> beat() {
        return Future.join(lane.beat(), losers.beat(), unknowns.beat()).mapEmpty();
    }

    /** Gives the held connections back. On the arbiter's context. */
    public void release() {
        lane.release();
        losers.release();
        unknowns.release();
    }
}
