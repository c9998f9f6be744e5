package mo.farol.core.ticket;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** How many tickets each binding was given, durable and the same for all nodes. Of the tickets themselves it knows nothing. */
public interface TicketLedger {
    /**
     * Whose key must have signed.
     *
     * @param resident the row of who is signed in
     * @return empty when there is no such binding, or it is another resident's. Fails with
     *     {@link mo.farol.core.verification.ArbiterUnreachable}
     */
    Future<Optional<Holder>> holder(long resident, UUID binding);

    /**
     * Takes tickets from a binding's day, uses its signature up, and reads once more that the binding is active: all of it
     * or nothing. As many as were asked for, or as many as are left.
     *
     * @return when it is durable; fails with {@link mo.farol.core.verification.ArbiterUnreachable} when that is not known
     */
    Future<Taken> take(Demand demand);

    /** @param row the binding's own */
    record Holder(long row, BindingKeyId keyId, BindingPublicKey key) {}

    /**
     * @param binding its row
     * @param day of the keys, in UTC
     * @param perDay what the binding may have of that day
     * @param signed what was signed: it counts once, however often it is sent and whatever the signature's bytes
     * @param forgetAfter when a second use is refused for its age anyway
     */
    record Demand(long binding, LocalDate day, int count, int perDay, byte[] signed, Instant forgetAfter) {}

    /** What became of a demand. */
    sealed interface Taken {
        /** @param count at least one @param left of that day, after these */
        record Some(int count, int left) implements Taken {}

        /** The binding is suspended or has ended. */
        record NotActive() implements Taken {}

        /** What was signed was used before. */
        record UsedBefore() implements Taken {}

        /** The binding has had all of that day. The signature is used up nevertheless. */
        record NoneLeft() implements Taken {}
    }
}
