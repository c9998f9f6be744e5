package mo.farol.simulation.history;

import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.postgres.Server;

/** Judges what a fresh code, shown first and by somebody who may, was answered: accepted, when all is well. */
final class FreshJudge {
    private static final long SAFE_AGE_MILLIS = 40_000;
    private static final long SAFE_AHEAD_MILLIS = 10_000;
    private static final long CACHED_GRANT = 4 * Nanos.SECOND;

    private final History history;
    private final Server server;

    FreshJudge(History history, Server server) {
        this.history = history;
        this.server = server;
    }

    void judge(Ask ask, Outcome outcome) {
        if (outcome instanceof Outcome.Verified
                || ask.kind() != Kind.FRESH
                || !history.outages().wellThroughout(ask.sentAt(), history.now())) {
            return;
        }
        if (isInTime(ask) && isShownFirst(ask) && hasItsKeyAlone(ask) && mayShow(ask)) {
            history.report("I13", "all is well, and a fresh code was answered " + Told.of(outcome) + ": " + ask);
        }
    }

    private boolean isInTime(Ask ask) {
        long ageMillis = server.databaseMillis() - ask.code().key().iat() * 1000;
        return ageMillis < SAFE_AGE_MILLIS
                && ageMillis > -SAFE_AHEAD_MILLIS
                && ask.code().key().iat() >= server.highestFloor();
    }

    private boolean isShownFirst(Ask ask) {
        return !newerShown(history, ask)
                && history.asks().stream()
                        .noneMatch(other -> other != ask
                                && other.code().key().equals(ask.code().key()));
    }

    /** Of two questions under one key, asked at once, either may be the first. */
    private boolean hasItsKeyAlone(Ask ask) {
        return history.asks().stream()
                .noneMatch(other -> other != ask
                        && other.request().idempotencyKey().equals(ask.request().idempotencyKey()));
    }

    private boolean mayShow(Ask ask) {
        return AcceptanceJudge.targets(ask).stream()
                .allMatch(target -> history.standings().stoodThroughout(target, ask.sentAt() - CACHED_GRANT));
    }

    /** Whether a newer code of the same phone has been shown, to anybody. */
    static boolean newerShown(History history, Ask ask) {
        RedemptionKey key = ask.code().key();
        return history.asks().stream()
                .map(other -> other.code().key())
                .anyMatch(other -> other.bindingKeyId().equals(key.bindingKeyId())
                        && (other.iat() > key.iat()
                                || other.iat() == key.iat() && other.cti().compareTo(key.cti()) > 0));
    }
}
