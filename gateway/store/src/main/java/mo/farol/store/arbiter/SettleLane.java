package mo.farol.store.arbiter;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.time.TimeAnchor;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.store.batch.Waiting;
import mo.farol.store.connection.Beat;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.HeldConnection;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles, on a connection of its own, what the redeeming statement left open: reads the winner for attempts that lost,
 * and claims the key first for attempts whose outcome is unknown. It may ask again, until its patience ends.
 */
final class SettleLane {
    private static final Logger LOG = LoggerFactory.getLogger(SettleLane.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MS = 100;

    private final Vertx vertx;
    private final HeldConnection held;
    private final DecisionReader reader;
    private final TimeAnchor time;
    private final ClaimStatement claim = new ClaimStatement();
    private final WinnerStatement winner = new WinnerStatement();

    SettleLane(Vertx vertx, Connections connections, DecisionReader reader, TimeAnchor time) {
        this.vertx = vertx;
        this.held = new HeldConnection(connections);
        this.reader = reader;
        this.time = time;
    }

    /** Answers attempts that lost or retry. */
    void readWinners(List<Waiting<Redemption, Decision>> batch) {
        if (!batch.isEmpty()) {
            settle(batch, false, time.mark() + PATIENCE.toNanos());
        }
    }

    /** Answers attempts that may or may not have been redeemed. */
    void resolve(List<Waiting<Redemption, Decision>> batch) {
        settle(batch, true, time.mark() + PATIENCE.toNanos());
    }

    Future<Void> beat() {
        return Beat.on(held, time);
    }

    void release() {
        held.drop();
    }

    private void settle(List<Waiting<Redemption, Decision>> batch, boolean claimFirst, long deadline) {
        List<Redemption> rows = batch.stream().map(Waiting::question).toList();
        held.get()
                .compose(connection ->
                        claimed(connection, rows, claimFirst).compose(claimed -> watched(winner.run(connection, rows))))
                .onSuccess(answers -> answer(batch, answers))
                .onFailure(cause -> failed(batch, cause, claimFirst, deadline));
    }

    private Future<Void> claimed(SqlConnection connection, List<Redemption> rows, boolean claimFirst) {
        held.clearWarning();
        return claimFirst ? watched(claim.run(connection, rows)) : Future.succeededFuture();
    }

    private <T> Future<T> watched(Future<T> statement) {
        return statement.compose(answer ->
                held.warned() ? Future.failedFuture(new RedeemLane.WarnedAtCommit()) : Future.succeededFuture(answer));
    }

    private void answer(List<Waiting<Redemption, Decision>> batch, RowSet<Row> answers) {
        Map<UUID, Row> byAttempt = new HashMap<>();
        answers.forEach(row -> byAttempt.put(row.getUUID("attempt"), row));
        for (Waiting<Redemption, Decision> waiting : batch) {
            Row row = byAttempt.get(waiting.question().circumstances().attempt());
            waiting.answer(
                    row == null
                            ? new Decision.Unavailable()
                            : reader.read(row, waiting.question().circumstances()));
        }
    }

    private void failed(List<Waiting<Redemption, Decision>> batch, Throwable cause, boolean claimFirst, long deadline) {
        Trouble trouble = Trouble.of(cause);
        LOG.warn("settling {} redemptions failed: {}, {}", batch.size(), trouble, Trouble.nameOf(cause));
        if (trouble == Trouble.UNKNOWN) {
            held.drop();
        }
        if (trouble == Trouble.SPLIT && batch.size() > 1) {
            settle(batch.subList(0, batch.size() / 2), claimFirst, deadline);
            settle(batch.subList(batch.size() / 2, batch.size()), claimFirst, deadline);
        } else if (trouble == Trouble.SPLIT || trouble == Trouble.ROLLED_BACK || time.mark() - deadline > 0) {
            LOG.error("ALARM {} redemptions stay unsettled: {}", batch.size(), Trouble.nameOf(cause));
            batch.forEach(waiting -> waiting.answer(new Decision.Unavailable()));
        } else {
            // What may have committed is read again behind a claim, whose own commit is then the proof.
            boolean claimNow = claimFirst || trouble == Trouble.UNKNOWN;
            vertx.setTimer(PAUSE_MS, turn -> settle(batch, claimNow, deadline));
        }
    }
}
