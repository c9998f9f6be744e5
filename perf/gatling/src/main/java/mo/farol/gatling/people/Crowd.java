package mo.farol.gatling.people;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.phone.code.Phone;

/**
 * The kit's residents and terminals as an endless line of people who show a code that was made this moment. Safe for use
 * by many threads.
 */
public final class Crowd implements AutoCloseable {
    private final Residents residents;
    private final Terminals terminals;
    private final Phone phone;
    private final List<Asked> asked;
    private final AtomicLong turn = new AtomicLong();

    /** @param asked what is asked for, by turns; at least one */
    Crowd(Residents residents, Terminals terminals, Phone phone, List<Asked> asked) {
        this.residents = residents;
        this.terminals = terminals;
        this.phone = phone;
        this.asked = List.copyOf(asked);
    }

    /** The next resident who is free, at the next terminal. */
    public Showing next() {
        return of(residents.next());
    }

    /** A fresh code of this resident, whether or not another is under way. */
    public Showing of(Resident resident) {
        Asked what = asked.get((int) (turn.getAndIncrement() % asked.size()));
        long now = System.nanoTime();
        String token = terminals.next(what.purpose()).token();
        return new Showing(resident, what, phone.code(resident.eid(), what.type()), token, now);
    }

    /** The same code, at another terminal that may ask for the same. */
    public Showing again(Showing shown) {
        return shown.again(terminals.next(shown.asked().purpose()).token(), System.nanoTime());
    }

    public Residents residents() {
        return residents;
    }

    public Terminals terminals() {
        return terminals;
    }

    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        terminals.close();
    }
}
