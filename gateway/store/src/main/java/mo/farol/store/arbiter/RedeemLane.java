package mo.farol.store.arbiter;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

/** Sends the batches of redemptions, one at a time, and says what a failure means for each request. */
final class RedeemLane {
    private static final Logger LOG = LoggerFactory.getLogger(RedeemLane.class);
    private static final int MOST_SENDS = 4;

    private final HeldConnection held;
    private final RedeemingStatement statement;
    private final DecisionReader reader;
    private final TimeAnchor time;
    private final SettleLane losers;
    private final SettleLane unknowns;

    RedeemLane(
            Connections connections,
            RedeemingStatement statement,
            DecisionReader reader,
            TimeAnchor time,
            SettleLane losers,
            SettleLane unknowns) {
        this.held = new HeldConnection(connections);
        this.statement = statement;
        this.reader = reader;
        this.time = time;
        this.losers = losers;
        this.unknowns = unknowns;
    }

    /** @return completes, never fails, when the next batch may leave */
    Future<Void> send(List<Waiting<Redemption, Decision>> batch) {
        return send(batch, MOST_SENDS);
    }

    Future<Void> beat() {
        return Beat.on(held, time);
    }

    void release() {
        held.drop();
    }

    private Future<Void> send(List<Waiting<Redemption, Decision>> batch, int sendsLeft) {
        List<Redemption> rows = batch.stream().map(Waiting::question).toList();
        return held.get().compose(connection -> runWatched(connection, rows)).transform(result -> {
            if (result.succeeded()) {
                answer(batch, result.result());
                return Future.succeededFuture();
            }
            return failed(batch, result.cause(), sendsLeft);
        });
    }

    private Future<RowSet<Row>> runWatched(SqlConnection connection, List<Redemption> rows) {
        held.clearWarning();
        long mark = time.mark();
        return statement.run(connection, rows).compose(answers -> {
            if (held.warned()) {
                return Future.failedFuture(new WarnedAtCommit());
            }
            answers.forEach(
                    row -> time.read(mark, row.get(OffsetDateTime.class, "now").toInstant()));
            return Future.succeededFuture(answers);
        });
    }

    /** Answers by attempt, never by place or key; an attempt without a row lost. */
    private void answer(List<Waiting<Redemption, Decision>> batch, RowSet<Row> answers) {
        Map<UUID, Row> byAttempt = new HashMap<>();
        answers.forEach(row -> byAttempt.put(row.getUUID("attempt"), row));
        List<Waiting<Redemption, Decision>> lost = new ArrayList<>();
        for (Waiting<Redemption, Decision> waiting : batch) {
            Row row = byAttempt.get(waiting.question().circumstances().attempt());
            if (row == null || row.getInteger("verdict") == DecisionReader.RETRY) {
                lost.add(waiting);
            } else {
                waiting.answer(reader.read(row, waiting.question().circumstances()));
            }
        }
        losers.readWinners(lost);
    }

    private Future<Void> failed(List<Waiting<Redemption, Decision>> batch, Throwable cause, int sendsLeft) {
        Trouble trouble = Trouble.of(cause);
        LOG.warn("a batch of {} redemptions failed: {}, {}", batch.size(), trouble, Trouble.nameOf(cause));
        return switch (trouble) {
            case RESEND -> sendsLeft > 1 ? send(batch, sendsLeft - 1) : unavailable(batch);
            case SPLIT -> batch.size() > 1 ? split(batch) : refusedAlone(batch, cause);
            case ROLLED_BACK, NOT_SENT -> unavailable(batch);
            case UNKNOWN -> {
                held.drop();
                unknowns.resolve(batch);
                yield Future.succeededFuture();
            }
        };
    }

    private Future<Void> split(List<Waiting<Redemption, Decision>> batch) {
        int middle = batch.size() / 2;
        return send(batch.subList(0, middle)).compose(sent -> send(batch.subList(middle, batch.size())));
    }

    private static Future<Void> refusedAlone(List<Waiting<Redemption, Decision>> batch, Throwable cause) {
        LOG.error("ALARM PostgreSQL rejects a redemption of its own: {}", Trouble.nameOf(cause));
        return unavailable(batch);
    }

    private static Future<Void> unavailable(List<Waiting<Redemption, Decision>> batch) {
        batch.forEach(waiting -> waiting.answer(new Decision.Unavailable()));
        return Future.succeededFuture();
    }

    /** The server said that a commit may not have reached the standby: as unknown as a lost connection. */
    static final class WarnedAtCommit extends Exception {
        private static final long serialVersionUID = 1L;

        WarnedAtCommit() {
            super("the server warned at commit", null, false, false);
        }
    }
}
