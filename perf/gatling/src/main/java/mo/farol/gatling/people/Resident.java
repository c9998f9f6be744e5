package mo.farol.gatling.people;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import mo.farol.phone.code.BoundEid;

/** One of the kit's people, with their phone. It never prints. Safe for use by many threads. */
public final class Resident {
    private final int n;
    private final BoundEid eid;
    private final Optional<String> account;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean accepted;
    private volatile boolean aside;

    /** @param account their name at the kit's sign-in stand-in, if they can sign in and unbind */
    Resident(int n, BoundEid eid, Optional<String> account) {
        this.n = n;
        this.eid = eid;
        this.account = account;
    }

    public int n() {
        return n;
    }

    BoundEid eid() {
        return eid;
    }

    public Optional<String> account() {
        return account;
    }

    /** Whether they were free; they no longer are. */
    boolean take() {
        return busy.compareAndSet(false, true);
    }

    void release() {
        busy.set(false);
    }

    /** A code of theirs was accepted in this run. */
    void accepted() {
        accepted = true;
    }

    boolean wasAccepted() {
        return accepted;
    }

    /** They show no more codes. */
    void setAside() {
        aside = true;
    }

    boolean isAside() {
        return aside;
    }

    @Override
    public String toString() {
        return "Resident[" + n + "]";
    }
}
