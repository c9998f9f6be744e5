package mo.farol.chaos.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Said;
import mo.farol.chaos.world.People;

/** What operators stop, and let go on. */
final class Officers {
    private static final String OFFICER = "registry_officer";
    private static final String API = "/operator/v1/";
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final int FEW = 5;
    private static final int MANY = 60;

    private final Teller teller;
    private final Clerk clerk;
    private final People people;
    private final List<Stoppable> stoppable;
    private final ConcurrentLinkedQueue<Stoppable> stopped = new ConcurrentLinkedQueue<>();

    Officers(Teller teller, Clerk clerk, People people, Terminals terminals) {
        this.teller = teller;
        this.clerk = clerk;
        this.people = people;
        this.stoppable = stoppable(people, terminals);
    }

    /** Something that can be stopped. */
    sealed interface Stoppable {
        /** Whether nothing may be accepted at this terminal meanwhile. */
        boolean concerns(Terminal terminal);

        /** As the history names it. */
        default String subject() {
            return switch (this) {
                case OneTerminal(String name) -> name;
                case Institution(long _, String name) -> name;
                case Grant(String institution, String purpose) -> institution + "/" + purpose;
            };
        }

        record OneTerminal(String name) implements Stoppable {
            @Override
            public boolean concerns(Terminal terminal) {
                return terminal.name().equals(name);
            }
        }

        record Institution(long row, String name) implements Stoppable {
            @Override
            public boolean concerns(Terminal terminal) {
                return terminal.from().institution().equals(name);
            }
        }

        record Grant(String institution, String purpose) implements Stoppable {
            @Override
            public boolean concerns(Terminal terminal) {
                return terminal.from().institution().equals(institution)
                        && terminal.from().purpose().equals(purpose);
            }
        }
    }

    private static List<Stoppable> stoppable(People people, Terminals terminals) {
        List<Stoppable> all = new ArrayList<>();
        terminals.all().forEach(terminal -> all.add(new Stoppable.OneTerminal(terminal.name())));
        terminals.all().stream().map(Terminal::from).distinct().forEach(from -> {
            Stoppable grant = new Stoppable.Grant(from.institution(), from.purpose());
            if (!all.contains(grant)) {
                all.add(grant);
            }
        });
        people.institutions().stream()
                .map(one -> new Stoppable.Institution(one.row(), one.name()))
                .filter(one -> terminals.all().stream().anyMatch(one::concerns))
                .forEach(all::add);
        return all;
    }

    Stoppable any(RandomGenerator random) {
        return stoppable.get(random.nextInt(stoppable.size()));
    }

    /** @return whether that is acknowledged */
    boolean stop(Stoppable what) throws InterruptedException {
        stopped.add(what);
        return act(what, true, FEW);
    }

    /** Tried once more by {@link #settle} when it does not work. */
    void letGoOn(Stoppable what) throws InterruptedException {
        if (act(what, false, FEW)) {
            stopped.remove(what);
        }
    }

    /**
     * Lets all go on that is still stopped. To be called when the gateways are well.
     *
     * @param standing subjects that the database says are stopped: a stop may have been carried out late
     * @throws IOException when that does not work
     */
    void settle(Set<String> standing) throws IOException, InterruptedException {
        for (Stoppable what : stoppable) {
            if ((stopped.contains(what) || standing.contains(what.subject())) && !act(what, false, MANY)) {
                throw new IOException("what was stopped cannot be let go on");
            }
            stopped.remove(what);
        }
    }

    private boolean act(Stoppable what, boolean stop, int tries) throws InterruptedException {
        String verb = stop ? "/suspend" : "/resume";
        return switch (what) {
            case Stoppable.OneTerminal(String name) ->
                clerk.does(
                        stop ? Act.SUSPEND_TERMINAL : Act.RESUME_TERMINAL,
                        name,
                        API + "terminals/" + name + verb,
                        people.operator(OFFICER),
                        tries);
            case Stoppable.Institution(long row, String name) ->
                clerk.does(
                        stop ? Act.SUSPEND_INSTITUTION : Act.RESUME_INSTITUTION,
                        name,
                        API + "institutions/" + row + verb,
                        people.operator(OFFICER),
                        tries);
            case Stoppable.Grant grant -> grant(grant, stop, tries);
        };
    }

    /** In the database: there is no API for it yet. */
    private boolean grant(Stoppable.Grant grant, boolean stop, int tries) throws InterruptedException {
        Act act = stop ? Act.WITHDRAW_GRANT : Act.GRANT_AGAIN;
        Question question = Question.about(act, 0, grant.subject());
        for (int i = 0; i < tries; i++) {
            Answer answer = teller.noted(question, () -> change(grant, stop));
            if (answer.said() == Said.DONE) {
                return true;
            }
            Pause.of(BETWEEN_TRIES);
        }
        return false;
    }

    private Answer change(Stoppable.Grant grant, boolean stop) throws IOException {
        try {
            if (stop) {
                people.withdrawGrant(grant.institution(), grant.purpose());
            } else {
                people.grantAgain(grant.institution(), grant.purpose());
            }
            return Answer.of(Said.DONE, null);
        } catch (SQLException e) {
            return Answer.of(Said.BROKEN, "sqlstate " + e.getSQLState());
        }
    }
}
