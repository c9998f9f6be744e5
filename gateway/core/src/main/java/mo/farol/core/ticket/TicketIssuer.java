package mo.farol.core.ticket;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.TicketStatement;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;

/**
 * Gives tickets to a phone that shows, by a fresh signature, that it has the binding's key. It keeps nothing of what it
 * gives: a code by ticket is opened with the day's key and the ticket that the code carries.
 */
public final class TicketIssuer {
    /** A signature is remembered well beyond the moment from which it is refused for its age. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final TicketRules rules;
    private final Ports ports;
    private final TicketMaker maker;

    /** What it asks of the world around it. */
    public record Ports(TicketLedger ledger, Supplier<KeyRing> keys, DatabaseTime time, Crypto crypto) {}

    /** @param random a cryptographic source: whoever can guess a ticket is no nearer to its key, but two must not be alike */
    public TicketIssuer(TicketRules rules, Ports ports, RandomGenerator random) {
        this.rules = rules;
        this.ports = ports;
        this.maker = new TicketMaker(ports.crypto(), random);
    }

    /**
     * @param resident the row of who is signed in
     * @return fails with {@link mo.farol.core.verification.ArbiterUnreachable} or {@link DatabaseTime.UncertainTime}
     */
    public Future<TicketsGiven> give(long resident, TicketWish wish) {
        if (!rules.offered()) {
            return Future.succeededFuture(new TicketsGiven.NotOffered());
        }
        Instant now;
        try {
            now = Instant.ofEpochMilli(ports.time().millis());
        } catch (DatabaseTime.UncertainTime uncertain) {
            return Future.failedFuture(uncertain);
        }
        return dayKey(wish, now)
                .map(day -> ports.ledger()
                        .holder(resident, wish.binding())
                        .compose(holder -> holder.map(found -> judge(found, wish, day, now))
                                .orElseGet(() -> Future.succeededFuture(new TicketsGiven.Unknown()))))
                .orElseGet(() -> Future.succeededFuture(new TicketsGiven.NotOffered()));
    }

    private Optional<TicketKey> dayKey(TicketWish wish, Instant now) {
        TicketEpoch today = TicketEpoch.of(wish.type(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return ports.keys().get().ticketKey(today).filter(key -> key.state() != KeyState.RETIRED);
    }

    private Future<TicketsGiven> judge(TicketLedger.Holder holder, TicketWish wish, TicketKey day, Instant now) {
        Instant signedAt = Instant.ofEpochMilli(wish.signedAt());
        if (Duration.between(signedAt, now).abs().compareTo(TicketRules.FRESH) > 0) {
            return Future.succeededFuture(new TicketsGiven.NotFresh());
        }
        byte[] statement = TicketStatement.bytes(holder.keyId(), wish.type(), wish.signedAt(), wish.count());
        if (!ports.crypto().verify(holder.key(), statement, wish.signature())) {
            return Future.succeededFuture(new TicketsGiven.SignatureInvalid());
        }
        TicketLedger.Demand demand = new TicketLedger.Demand(
                holder.row(),
                day.epoch().day(),
                wish.count(),
                rules.perDay(),
                statement,
                signedAt.plus(TicketRules.FRESH).plus(MARGIN));
        return ports.ledger().take(demand).map(taken -> given(taken, day, now));
    }

    private TicketsGiven given(TicketLedger.Taken taken, TicketKey day, Instant now) {
        Instant tomorrow = day.epoch().day().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return switch (taken) {
            case TicketLedger.Taken.Some some ->
                new TicketsGiven.Given(day.epoch(), tomorrow, maker.make(day, some.count()), some.left());
            case TicketLedger.Taken.NotActive ended -> new TicketsGiven.NotActive();
            case TicketLedger.Taken.UsedBefore again -> new TicketsGiven.UsedBefore();
            case TicketLedger.Taken.NoneLeft none ->
                new TicketsGiven.NoneLeft(Duration.between(now, tomorrow).plusSeconds(1));
        };
    }
}
