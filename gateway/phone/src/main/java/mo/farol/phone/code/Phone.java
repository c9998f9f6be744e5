package mo.farol.phone.code;

import java.time.Clock;
import mo.farol.token.CodeType;
import mo.farol.token.mint.CodeMinter;

/** The reference phone: makes a fresh code each time it is asked, without a network. */
public final class Phone {
    private final CodeMinter minter;
    private final CodeKeys keys;
    private final MintCounter counter;
    private final Clock clock;

    /** @param clock the phone's own, which may be wrong */
    public Phone(CodeMinter minter, CodeKeys keys, MintCounter counter, Clock clock) {
        this.minter = minter;
        this.keys = keys;
        this.counter = counter;
        this.clock = clock;
    }

    /** The text of a code's QR: {@code EID1:} and Base45. */
    public String code(BoundEid eid, CodeType type) {
        return minter.mint(
                type, eid.key(), eid.id(), keys.of(type), clock.instant().getEpochSecond(), counter.next(eid.id()));
    }
}
