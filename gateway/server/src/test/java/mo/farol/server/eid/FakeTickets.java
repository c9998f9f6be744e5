package mo.farol.server.eid;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import mo.farol.core.ticket.TicketIssuer;
import mo.farol.core.ticket.TicketLedger;
import mo.farol.core.ticket.TicketRules;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.TicketStatement;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.mint.PhoneKey;
import org.jspecify.annotations.Nullable;

/** The real rules of tickets for the parent's binding, over a ledger that says what it is told. */
public final class FakeTickets implements TicketLedger {
    private static final Crypto CRYPTO = Crypto.preferred().crypto();
    private static final BindingKeyId KEY_ID = new BindingKeyId(0x00f1e2d3c4b5a697L);
    private static final LocalDate TODAY = LocalDate.ofInstant(Samples.AT, ZoneOffset.UTC);

    /** What a demand comes to; null: it gets what it asks for. */
    public volatile @Nullable Taken next;

    /** Whether today has a key. */
    public volatile boolean keyed = true;

    private final PhoneKey key = PhoneKey.generate(CRYPTO, new Random(5));
    private final KeyRing ring = KeyRing.builder()
            .ticketKey(CodeType.EID, TODAY, new byte[32], KeyState.CURRENT)
            .build();

    TicketIssuer issuer(DatabaseTime time) {
        return new TicketIssuer(
                new TicketRules(true, TicketRules.MOST_PER_DAY),
                new TicketIssuer.Ports(
                        this, () -> keyed ? ring : KeyRing.builder().build(), time, CRYPTO),
                new Random(6));
    }

    /** A right request, signed at that time by the parent's phone. */
    public JsonObject request(int count, Instant signedAt) {
        byte[] statement = TicketStatement.bytes(KEY_ID, CodeType.EID, signedAt.toEpochMilli(), count);
        return new JsonObject()
                .put("type", "eid")
                .put("count", count)
                .put("signed_at", signedAt.toEpochMilli())
                .put("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(statement)));
    }

    @Override
    public Future<Optional<Holder>> holder(long resident, UUID binding) {
        return Future.succeededFuture(Optional.of(new Holder(1, KEY_ID, key.publicKey()))
                .filter(holder -> resident == Samples.PARENT && binding.equals(Samples.BINDING)));
    }

    @Override
    public Future<Taken> take(Demand demand) {
        Taken told = next;
        return Future.succeededFuture(
                told == null ? new Taken.Some(demand.count(), demand.perDay() - demand.count()) : told);
    }
}
