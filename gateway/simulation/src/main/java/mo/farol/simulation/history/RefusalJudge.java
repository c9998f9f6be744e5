package mo.farol.simulation.history;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.Refusal;
import mo.farol.core.verification.RetryKey;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.postgres.GrantRow;
import mo.farol.simulation.postgres.InstitutionRow;
import mo.farol.simulation.postgres.RecordRow;
import mo.farol.simulation.postgres.RedemptionRow;
import mo.farol.simulation.postgres.Server;
import mo.farol.simulation.postgres.TerminalRow;

/** Judges every refusal: on record, true, and never in the place of an acceptance that was this request's own. */
final class RefusalJudge {
    /** How far a node may be wrong about the database's time, and how old a cached grant may be, in this order. */
    private static final long UNCERTAIN_MILLIS = 2_500;

    private static final long CACHED_GRANT = 4 * Nanos.SECOND;
    private static final long LIFE_MILLIS = 45_000;
    private static final long AHEAD_MILLIS = 15_000;
    private static final int RECORDED_TRIES = 3;

    private final History history;
    private final Server server;

    RefusalJudge(History history, Server server) {
        this.history = history;
        this.server = server;
    }

    void judge(Ask ask, Outcome.Refused refused) {
        Refusal refusal = refused.why().refusal();
        boolean recorded = server.tables()
                .accessRecord(refused.entry().id())
                .filter(row -> row.outcome() == RecordRow.REFUSED && row.why() == refusal.number())
                .filter(row -> row.terminal() == ask.request().terminal().terminal())
                .isPresent();
        if (!recorded && !history.outages().restoredSince(ask.sentAt() - Nanos.SECOND * 120)) {
            history.report("I3", "refused as " + refusal + " without a durable record: " + ask);
        }
        isTrue(ask, refusal, refused.replayed());
    }

    void judge(Ask ask, Outcome.RefusedAgain again) {
        Refusal refusal = again.why().refusal();
        long recorded = server.tables().records().stream()
                .filter(row -> row.terminal() == ask.request().terminal().terminal())
                .filter(row -> row.outcome() == RecordRow.REFUSED)
                .count();
        if (recorded < RECORDED_TRIES && !history.outages().restoredSince(0)) {
            history.report("I3", "refused from memory after " + recorded + " records: " + ask);
        }
        isTrue(ask, refusal, true);
    }

    void judge(Ask ask, Outcome.NotAllowed notAllowed) {
        List<Target> targets = AcceptanceJudge.targets(ask);
        Target why = targets.get(
                switch (notAllowed.standing()) {
                    case TERMINAL_SUSPENDED -> 1;
                    case INSTITUTION_SUSPENDED, MEANS_SUSPENDED -> 2;
                    case PURPOSE_NOT_GRANTED -> 3;
                });
        long since = notAllowed.standing() == Standing.PURPOSE_NOT_GRANTED ? CACHED_GRANT : 0;
        boolean broughtBack = history.outages().restoredSince(0) && isOnRecord(ask, notAllowed.standing());
        if (!broughtBack && history.standings().stoodThroughout(why, ask.sentAt() - since)) {
            history.report("I13", "not allowed as " + notAllowed.standing() + ", and " + why + " stands: " + ask);
        }
    }

    /** After a restore the database may hold what was taken back in the time that was lost. */
    private boolean isOnRecord(Ask ask, Standing standing) {
        TerminalIdentity terminal = ask.request().terminal();
        return switch (standing) {
            case TERMINAL_SUSPENDED ->
                Optional.ofNullable(server.tables().terminal(terminal.terminal()))
                        .filter(TerminalRow::suspended)
                        .isPresent();
            case INSTITUTION_SUSPENDED, MEANS_SUSPENDED ->
                Optional.ofNullable(server.tables().institution(terminal.institution()))
                        .filter(InstitutionRow::suspended)
                        .isPresent();
            case PURPOSE_NOT_GRANTED ->
                Optional.ofNullable(server.tables()
                                .grant(terminal.institution(), ask.purpose().id()))
                        .filter(GrantRow::withdrawn)
                        .isPresent();
        };
    }

    /** @param before the answer was made for an earlier request, so it may have become untrue */
    private void isTrue(Ask ask, Refusal refusal, boolean before) {
        if (!ask.code().genuine()) {
            history.report("I10", "a text that no phone made was told more than that: " + ask);
        }
        Optional<RedemptionRow> winner = server.tables().redemptions(ask.code().key()).stream()
                .filter(row -> !row.voided())
                .findFirst();
        winner.filter(row -> isBy(row, ask))
                .filter(row -> refusal != Refusal.CLOCK_SKEW || !isAcceptedLater(ask, row))
                .ifPresent(row -> history.report("I6", "its own acceptance answered as " + refusal + ": " + ask));
        boolean holds = switch (refusal) {
            case ALREADY_USED ->
                winner.flatMap(row -> server.tables().accessRecord(row.attempt()))
                                .isPresent()
                        || history.outages().restoredSince(0);
            case EXPIRED -> isExpired(ask);
            case CLOCK_SKEW -> before || isAhead(ask);
            case WRONG_CODE_TYPE -> ask.purpose().id() == Town.LANE.id();
            case SUSPENDED, SUPERSEDED, UNBOUND ->
                before
                        || !history.standings()
                                .stoodThroughout(
                                        new Target.Binding(ask.code().phone().number()), ask.sentAt());
            default -> false;
        };
        if (!holds) {
            history.report("I13", "refused as " + refusal + ", which is not true: " + ask);
        }
    }

    /** The same, asked again elsewhere when the code's time had come: what was too early at first need not be the answer to both. */
    private boolean isAcceptedLater(Ask ask, RedemptionRow row) {
        return server.tables()
                .accessRecord(row.attempt())
                .filter(record -> record.atMillis() > askedMillis(ask))
                .isPresent();
    }

    /** It may have been decided at once and answered much later, when the commit of its record was settled. */
    private boolean isAhead(Ask ask) {
        return ask.code().key().iat() * 1000 - askedMillis(ask) > AHEAD_MILLIS - UNCERTAIN_MILLIS;
    }

    /** By the database's clock. */
    private long askedMillis(Ask ask) {
        return server.databaseMillis() - (history.now() - ask.sentAt()) / Nanos.MILLI;
    }

    private boolean isExpired(Ask ask) {
        long iat = ask.code().key().iat();
        return server.databaseMillis() - iat * 1000 >= LIFE_MILLIS - UNCERTAIN_MILLIS
                || iat < server.highestFloor()
                || FreshJudge.newerShown(history, ask);
    }

    private static boolean isBy(RedemptionRow row, Ask ask) {
        RetryKey retryKey = retryKey(ask);
        return row.terminal() == retryKey.terminal()
                && row.retryKeyHash().equals(Buffer.buffer(retryKey.keyHash()))
                && row.requestHash().equals(Buffer.buffer(retryKey.requestHash()));
    }

    private static RetryKey retryKey(Ask ask) {
        return new RetryKey(
                ask.request().terminal().terminal(),
                Hashes.sha256(ask.request().idempotencyKey()),
                ask.request().bodyHash());
    }
}
