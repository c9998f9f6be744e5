package mo.farol.chaos.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Recorder;
import mo.farol.chaos.world.Node;

/** The load of one schedule: everybody at their duty until told to stop. */
public final class Round {
    private static final int SHOWING = 8;
    private static final int REPLAYING = 10;
    private static final int SWEEPING = 24;
    private static final int WITHDRAWING = 6;
    private static final int PROBES = 3;

    private final Load load;
    private final Recorder recorder;
    private final Teller teller;
    private final Residents residents;
    private final Officers officers;
    private final SplittableRandom random;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    Round(Load load, Recorder recorder, long seed) {
        this.load = load;
        this.recorder = recorder;
        this.teller = new Teller(load.gateways(), recorder);
        this.random = new SplittableRandom(seed);
        Clerk clerk = new Clerk(teller, random.split());
        this.residents = new Residents(
                teller, clerk, load.world().people(), load.rebinding(), load.owners(), load.ends(), Instant::now);
        this.officers = new Officers(teller, clerk, load.world().people(), load.terminals());
    }

    /** Everybody begins. @param replays as many are enough for this schedule */
    public void start(long replays) {
        FreshDuty fresh =
                new FreshDuty(teller, load.crowd(), load.terminals(), load.mint(), load.memory(), residents::resume);
        go(fresh, SHOWING);
        go(new ReplayDuty(teller, load.terminals(), load.mint(), load.memory(), replays), REPLAYING);
        go(challenges(), 1);
        go(new AssertionDuty(teller, load.terminals(), load.signIn()), 1);
        go(withdrawals(Optional.of(officers)), 1);
        go(withdrawals(Optional.empty()), WITHDRAWING);
        for (Node node : load.gateways().nodes()) {
            go(new ProbeDuty(node, teller, load.crowd(), load.terminals(), load.mint()), PROBES);
        }
    }

    private Duty challenges() {
        ChallengeDesk desk = new ChallengeDesk(teller, load.phone());
        return new ChallengeDuty(teller, load.crowd(), load.terminals(), load.mint(), desk, load.memory());
    }

    private WithdrawalDuty withdrawals(Optional<Officers> acting) {
        return new WithdrawalDuty(teller, load.crowd(), load.terminals(), load.mint(), residents, acting);
    }

    private void go(Duty duty, int people) {
        for (int i = 0; i < people; i++) {
            SplittableRandom own = random.split();
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((any, why) -> bugs.add(why))
                    .start(() -> work(duty, own)));
        }
    }

    private void work(Duty duty, SplittableRandom own) {
        try {
            while (!stopping) {
                duty.once(own);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when nobody waits for an answer any more. @throws IllegalStateException when the harness failed */
    public void stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable bug = bugs.peek();
        if (bug != null) {
            throw new IllegalStateException("the harness itself failed", bug);
        }
    }

    /**
     * Brings everybody back to where they were: what is stopped goes on, who lost a binding gets one. The world must be
     * healthy, the code floor passed, and nobody at a duty.
     */
    public void settle() throws IOException, InterruptedException, SQLException {
        officers.settle(load.stopped());
        showOldPhones();
        residents.parted(load.forgotten());
        residents.settle(load::activeKeys).forEach(load.crowd()::giveBack);
    }

    /** Whose binding has ended: before it could be ended once more, and when nothing else would refuse it. */
    private void showOldPhones() throws InterruptedException {
        for (Holder holder : load.ends().oldPhones()) {
            Shown shown = load.mint().fresh(holder);
            Sheet sheet = Sheet.of(load.terminals().any(random), shown.id(), shown.text(), null);
            teller.verify(Act.VERIFY, load.gateways().any(random), sheet);
        }
    }

    /** Shows what was accepted again, all at once, until so many replays were tried; the world must be healthy. */
    public void sweep(long replays) throws InterruptedException {
        ReplayDuty duty = new ReplayDuty(teller, load.terminals(), load.mint(), load.memory(), replays);
        List<Together.Step> steps = new ArrayList<>();
        for (int i = 0; i < SWEEPING; i++) {
            SplittableRandom own = random.split();
            steps.add(() -> {
                long still = replays - recorder.tally().counts().replays();
                // Bounded by what is missing now, should every request be turned away unsent.
                for (long tries = 0; tries < still && recorder.tally().counts().replays() < replays; tries++) {
                    duty.once(own);
                }
            });
        }
        Together.run(steps);
        load.memory().keepAccepted();
    }
}
