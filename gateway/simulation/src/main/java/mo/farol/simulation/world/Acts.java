package mo.farol.simulation.world;

import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.phone.Phone;
import mo.farol.simulation.phone.Town;

/** What residents and operators do: they stop something, try it at every node when told so, and let it go on later. */
final class Acts {
    private final Timeline timeline;
    private final Chance chance;
    private final Clerk clerk;
    private final Scenes scenes;
    private final Bindings bindings;

    Acts(Timeline timeline, Chance chance, Clerk clerk, Scenes scenes, Bindings bindings) {
        this.timeline = timeline;
        this.chance = chance;
        this.clerk = clerk;
        this.scenes = scenes;
        this.bindings = bindings;
    }

    /** One act, drawn by chance. */
    void play() {
        Phone phone = bindings.current(chance.between(1, Town.RESIDENTS));
        TerminalIdentity terminal = chance.oneOf(Town.TERMINALS);
        Purpose purpose = chance.oneIn(2) ? Town.ACCOUNT : Town.COUNTER;
        Runnable tried = () -> scenes.shownEverywhere(phone, terminal, purpose);
        switch (chance.below(6)) {
            case 0 -> {
                bindings.suspend(clerk, phone, tried);
                later(() -> bindings.resume(clerk, phone, tried));
            }
            case 1 -> {
                bindings.unbind(clerk, phone, tried);
                later(() -> bindings.bindNext(clerk, phone, tried));
            }
            case 2 -> bindings.supersede(clerk, phone, tried);
            case 3 -> {
                clerk.setTerminal(terminal.terminal(), terminal.institution(), true, tried);
                later(() -> clerk.setTerminal(terminal.terminal(), terminal.institution(), false, tried));
            }
            case 4 -> {
                clerk.setInstitution(terminal.institution(), true, tried);
                later(() -> clerk.setInstitution(terminal.institution(), false, tried));
            }
            default -> {
                clerk.setGrant(terminal.institution(), purpose, chance.oneIn(2), tried);
                later(() -> clerk.setGrant(terminal.institution(), purpose, false, tried));
            }
        }
    }

    private void later(Runnable action) {
        timeline.after(chance.between(Nanos.SECOND, 12 * Nanos.SECOND), action);
    }
}
