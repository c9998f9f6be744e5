package mo.farol.phone.code;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import mo.farol.token.CodeType;
import mo.farol.token.Nonce;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * The reference phone: makes a fresh code each time it is asked, without a network. By a ticket while it has one for the
 * e-ID, the type and the day; else by HPKE.
 */
public final class Phone {
    private final CodeMinter minter;
    private final CodeKeys keys;
    private final Tickets tickets;
    private final MintCounter counter;
    private final Clock clock;

    /** A phone without tickets. @param clock the phone's own, which may be wrong, or {@link TimeAnchor#clock()} */
    public Phone(CodeMinter minter, CodeKeys keys, MintCounter counter, Clock clock) {
        this(minter, keys, Tickets.NONE, counter, clock);
    }

    /** @param clock the phone's own, which may be wrong, or {@link TimeAnchor#clock()} */
    public Phone(CodeMinter minter, CodeKeys keys, Tickets tickets, MintCounter counter, Clock clock) {
        this.minter = minter;
        this.keys = keys;
        this.tickets = tickets;
        this.counter = counter;
        this.clock = clock;
    }

    /** The text of a code's QR: {@code EID1:} and Base45. */
    public String code(BoundEid eid, CodeType type) {
        return mint(eid, type, null);
    }

    /**
     * The text of a code that answers a challenge. Whether to answer it is for the owner to say, after seeing who asks: see
     * {@link mo.farol.phone.challenge.ChallengePhone}.
     */
    public String code(BoundEid eid, CodeType type, Nonce challenge) {
        return mint(eid, type, challenge);
    }

    private String mint(BoundEid eid, CodeType type, @Nullable Nonce challenge) {
        Instant now = clock.instant();
        Recipient to = recipient(eid, type, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return minter.mint(type, eid.key(), eid.id(), to, now.getEpochSecond(), counter.next(eid.id()), challenge);
    }

    private Recipient recipient(BoundEid eid, CodeType type, LocalDate day) {
        Recipient ticket = tickets.take(eid.id(), type, day).orElse(null);
        return ticket != null ? ticket : keys.of(type);
    }
}
