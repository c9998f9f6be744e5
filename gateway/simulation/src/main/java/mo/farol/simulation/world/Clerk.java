package mo.farol.simulation.world;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mo.farol.core.policy.Purpose;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Process;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.gateway.Bus;
import mo.farol.simulation.history.Act;
import mo.farol.simulation.history.History;
import mo.farol.simulation.history.Target;
import mo.farol.simulation.phone.Phone;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.postgres.BindingRow;
import mo.farol.simulation.postgres.Change;
import mo.farol.simulation.postgres.Reply;
import mo.farol.simulation.postgres.Server;

/** Makes the acts: unbind, supersede, suspend, resume, withdraw. One at a time for each target, until acknowledged. */
final class Clerk {
    private record Doing(List<Act> acts, List<Change> changes, Runnable then) {}

    private final Timeline timeline;
    private final Chance chance;
    private final Server server;
    private final Bus bus;
    private final Town town;
    private final History history;
    private final Set<Target> busy = new HashSet<>();
    private final Map<Target.Granted, Long> versions = new LinkedHashMap<>();

    Clerk(Timeline timeline, Chance chance, Server server, Bus bus, Town town, History history) {
        this.timeline = timeline;
        this.chance = chance;
        this.server = server;
        this.bus = bus;
        this.town = town;
        this.history = history;
    }

    boolean isBusy(Phone phone) {
        return busy.contains(new Target.Binding(phone.number()));
    }

    /** @param status see {@link BindingRow} */
    void setBinding(Phone phone, int status, Runnable then) {
        Target target = new Target.Binding(phone.number());
        if (busy.add(target)) {
            Act act = history.act(target, status != BindingRow.ACTIVE, 0);
            attempt(new Doing(List.of(act), List.of(Town.binding(phone, status)), then));
        }
    }

    /** Binds the second phone; the first is superseded in the same commit. */
    void supersede(Phone first, Phone second, Runnable then) {
        Target stopped = new Target.Binding(first.number());
        Target begun = new Target.Binding(second.number());
        if (busy.contains(stopped) || busy.contains(begun)) {
            return;
        }
        busy.add(stopped);
        busy.add(begun);
        List<Act> acts = List.of(history.act(stopped, true, 0), history.act(begun, false, 0));
        List<Change> changes =
                List.of(Town.binding(first, BindingRow.SUPERSEDED), Town.binding(second, BindingRow.ACTIVE));
        attempt(new Doing(acts, changes, then));
    }

    void setTerminal(long id, long institution, boolean suspended, Runnable then) {
        Target target = new Target.Terminal(id);
        if (busy.add(target)) {
            Act act = history.act(target, suspended, 0);
            attempt(new Doing(List.of(act), List.of(Town.terminal(id, institution, suspended)), then));
        }
    }

    void setInstitution(long id, boolean suspended, Runnable then) {
        Target target = new Target.Institution(id);
        if (busy.add(target)) {
            Act act = history.act(target, suspended, 0);
            attempt(new Doing(List.of(act), List.of(Town.institution(id, suspended)), then));
        }
    }

    /** Makes a grant's next version, which has other fields. */
    void setGrant(long institution, Purpose purpose, boolean withdrawn, Runnable then) {
        Target.Granted target = new Target.Granted(institution, purpose.name());
        if (busy.add(target)) {
            long version = versions.merge(target, 2L, (before, first) -> before + 1);
            Act act = history.act(target, withdrawn, version);
            Change change = new Change.PutGrant(Town.grant(institution, purpose, version, withdrawn));
            attempt(new Doing(List.of(act), List.of(change), then));
        }
    }

    private void attempt(Doing doing) {
        if (!server.accepting() || server.tables().arbiter().timeline() != server.timelineId()) {
            timeline.after(300 * Nanos.MILLI, () -> attempt(doing));
            return;
        }
        Process asked = server.process();
        boolean[] over = {false};
        server.change(
                doing.changes(),
                reply -> timeline.after(chance.mostly(Nanos.MILLI / 10, 5 * Nanos.MILLI), () -> {
                    if (!over[0]) {
                        over[0] = true;
                        answered(doing, reply);
                    }
                }));
        watch(doing, asked, over);
    }

    /** Whether it was done is unknown once the server has died: done again, it does no harm. */
    private void watch(Doing doing, Process asked, boolean[] over) {
        timeline.after(500 * Nanos.MILLI, () -> {
            if (!over[0] && !asked.alive()) {
                over[0] = true;
                attempt(doing);
            } else if (!over[0]) {
                watch(doing, asked, over);
            }
        });
    }

    private void answered(Doing doing, Reply reply) {
        if (reply.error() != null || reply.warned()) {
            attempt(doing);
            return;
        }
        doing.acts().forEach(act -> {
            history.acknowledged(act);
            busy.remove(act.target());
            if (act.target() instanceof Target.Binding binding) {
                long keyId = town.phones.get(binding.phone()).keyId().value();
                bus.tell(-1, gateway -> gateway.hear(keyId, !act.stops()));
            }
        });
        doing.then().run();
    }
}
