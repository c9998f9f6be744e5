package mo.farol.simulation.world;

import java.util.function.Consumer;
import mo.farol.core.verification.Outcome;
import mo.farol.simulation.client.Link;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.gateway.Gateway;
import mo.farol.simulation.gateway.Machine;
import mo.farol.simulation.gateway.WallClock;
import mo.farol.simulation.history.Ask;
import mo.farol.simulation.history.History;
import org.jspecify.annotations.Nullable;

/** A machine and the gateway that runs on it, one after another. */
final class Site {
    private final Machine machine;
    private final History history;
    private @Nullable Gateway gateway;
    private boolean draining;
    private int underWay;
    private boolean counting;
    private boolean lostCounts;

    Site(Machine machine, History history) {
        this.machine = machine;
        this.history = history;
    }

    int number() {
        return machine.number();
    }

    /** Whether a load balancer would send anything there. */
    boolean open() {
        return gateway != null && !draining;
    }

    boolean runs() {
        return gateway != null;
    }

    Link link() {
        return machine.link();
    }

    WallClock clock() {
        return machine.clock();
    }

    void start() {
        Gateway started = new Gateway(machine);
        gateway = started;
        draining = false;
        underWay = 0;
        counting = false;
        machine.bus().join(number(), started);
        history.trace().line(() -> "node " + number() + " starts");
    }

    /** @param refused called when nobody listens there */
    void serve(Ask ask, Consumer<Outcome> answer, Runnable refused) {
        Gateway current = gateway;
        if (current == null || draining) {
            refused.run();
            return;
        }
        underWay++;
        current.process()
                .post(
                        0,
                        () -> current.verify(ask.request()).onComplete(result -> {
                            if (current == gateway) {
                                underWay--;
                            }
                            if (result.failed()) {
                                history.report("I10", "a bug of ours: " + result.cause() + ": " + ask);
                                return;
                            }
                            counting |= result.result() instanceof Outcome.RefusedAgain;
                            history.answered(ask, result.result());
                            answer.accept(result.result());
                        }));
    }

    void kill() {
        Gateway current = gateway;
        if (current != null) {
            lostCounts |= counting;
            current.kill();
            gateway = null;
        }
    }

    void freeze(long nanos) {
        Gateway current = gateway;
        if (current != null) {
            current.process().freeze(nanos);
        }
    }

    void resetConnections() {
        Gateway current = gateway;
        if (current != null) {
            current.resetConnections();
        }
    }

    /** Takes nothing new, ends what it has, records what it counted, ends, and starts again. */
    void restartOrderly(Runnable then) {
        Gateway current = gateway;
        if (current == null || draining) {
            then.run();
            return;
        }
        draining = true;
        history.trace().line(() -> "node " + number() + " drains");
        drained(current, then);
    }

    private void drained(Gateway current, Runnable then) {
        if (current != gateway) {
            then.run();
        } else if (underWay > 0) {
            machine.timeline().after(50 * Nanos.MILLI, () -> drained(current, then));
        } else {
            current.process()
                    .post(
                            0,
                            () -> current.recordAll().onComplete(recorded -> {
                                counting &= recorded.failed();
                                kill();
                                machine.timeline().after(machine.chance().between(100, 1500) * Nanos.MILLI, () -> {
                                    start();
                                    then.run();
                                });
                            }));
        }
    }

    /** Records what is counted; afterwards {@link #lostCounts} says whether any count is lost. */
    void recordAll() {
        Gateway current = gateway;
        if (current != null) {
            current.process().post(0, () -> current.recordAll().onComplete(recorded -> counting &= recorded.failed()));
        }
    }

    boolean lostCounts() {
        return lostCounts || counting;
    }
}
