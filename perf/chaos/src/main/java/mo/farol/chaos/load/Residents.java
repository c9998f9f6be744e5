package mo.farol.chaos.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Said;
import mo.farol.chaos.world.People;
import org.jspecify.annotations.Nullable;

/** What residents do to their bindings. Whoever is left in between, because no answer came, is set right later. */
final class Residents {
    private static final int FEW = 5;
    private static final int MANY = 60;

    private final Teller teller;
    private final Clerk clerk;
    private final People people;
    private final Rebinding rebinding;
    private final Owners owners;
    private final Ends ends;
    private final Supplier<Instant> databaseTime;
    private final ConcurrentLinkedQueue<Holder> suspended = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Holder> unbound = new ConcurrentLinkedQueue<>();

    Residents(
            Teller teller,
            Clerk clerk,
            People people,
            Rebinding rebinding,
            Owners owners,
            Ends ends,
            Supplier<Instant> databaseTime) {
        this.teller = teller;
        this.clerk = clerk;
        this.people = people;
        this.rebinding = rebinding;
        this.owners = owners;
        this.ends = ends;
        this.databaseTime = databaseTime;
    }

    boolean suspend(Holder holder) throws InterruptedException {
        return does(Act.SUSPEND, "suspend", holder, FEW);
    }

    /** @return whether it is active again; else it is tried once more by {@link #settle} */
    boolean resume(Holder holder) throws InterruptedException {
        boolean done = does(Act.RESUME, "resume", holder, FEW);
        if (!done) {
            suspended.add(holder);
        }
        return done;
    }

    boolean unbind(Holder holder) throws InterruptedException {
        boolean done = does(Act.UNBIND, "unbind", holder, FEW);
        if (done) {
            ends.add(holder, databaseTime.get());
        }
        return done;
    }

    /** @return the resident with a new phone; empty: it is tried once more by {@link #settle} */
    Optional<Holder> rebind(Holder holder) throws InterruptedException {
        Question question = Question.about(Act.BIND, 0, holder.key());
        AtomicReference<@Nullable Holder> renewed = new AtomicReference<>();
        Answer answer = teller.noted(question, () -> {
            Rebinding.Bound bound = rebinding.bind(holder);
            bound.holder().ifPresent(renewed::set);
            return Answer.of(bound.holder().isEmpty() ? Said.TURNED_AWAY : Said.DONE, bound.refusal());
        });
        Holder now = renewed.get();
        if (now == null) {
            unbound.add(holder);
            return Optional.empty();
        }
        if (answer.said() == Said.DONE) {
            ends.add(holder, databaseTime.get());
        }
        Line.Owner owner = owners.has(now);
        teller.recorder().note(owner);
        return Optional.of(now);
    }

    /** Whose binding is not active as they think: a restore may have brought a suspension back, or an older phone. */
    void parted(List<Holder> from) {
        suspended.addAll(from);
    }

    /**
     * Sets right who was left in between. To be called when the gateways are well.
     *
     * @return who can show codes again
     * @throws IOException when it still does not work: then nobody knows how their bindings are
     */
    List<Holder> settle(ActiveKeys active) throws IOException, SQLException, InterruptedException {
        List<Holder> asked = new ArrayList<>();
        for (Holder holder = suspended.poll(); holder != null; holder = suspended.poll()) {
            // Turned away when it was never suspended, or is resumed by a try whose answer was lost.
            does(Act.RESUME, "resume", holder, MANY);
            asked.add(holder);
        }
        Set<String> now = active.keys();
        Predicate<Holder> isActive = holder -> now.contains(holder.key());
        List<Holder> back = new ArrayList<>(asked.stream().filter(isActive).toList());
        // Who would need a kiosk or a parent to bind again stays away.
        asked.stream().filter(isActive.negate()).filter(Holder::byFace).forEach(unbound::add);
        for (int tries = 0; !unbound.isEmpty(); tries++) {
            if (tries == MANY) {
                throw new IOException(unbound.size() + " residents cannot bind a phone again");
            }
            rebind(unbound.remove()).ifPresent(back::add);
        }
        return back;
    }

    /** Asks the database. */
    interface ActiveKeys {
        /** Binding key ids, in hex, of active bindings. */
        Set<String> keys() throws SQLException;
    }

    private boolean does(Act act, String path, Holder holder, int tries) throws InterruptedException {
        return clerk.does(
                act,
                holder.key(),
                "/resident/v1/bindings/" + holder.binding() + "/" + path,
                people.resident(holder.n()),
                tries);
    }
}
