package mo.farol.chaos.load;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.world.Node;

/**
 * Somebody shows again what was shown before, seconds or schedules ago: the same text or another of the same code, at
 * every gateway in turn, each time from a terminal of their choice.
 */
final class ReplayDuty implements Duty {
    private static final Duration NOTHING_YET = Duration.ofMillis(100);
    private static final Duration WHEN_ENOUGH = Duration.ofMillis(200);

    private final Teller teller;
    private final Terminals terminals;
    private final Mint mint;
    private final Memory memory;
    private final long enough;

    /** @param enough replays in this schedule: from then on it goes slowly, so that what was killed can start */
    ReplayDuty(Teller teller, Terminals terminals, Mint mint, Memory memory, long enough) {
        this.teller = teller;
        this.terminals = terminals;
        this.mint = mint;
        this.memory = memory;
        this.enough = enough;
    }

    @Override
    public void once(RandomGenerator random) throws InterruptedException {
        Optional<Remembered> drawn = memory.draw(random);
        if (drawn.isEmpty()) {
            Pause.of(NOTHING_YET);
            return;
        }
        everywhere(drawn.get(), random);
        if (teller.recorder().tally().counts().replays() > enough) {
            Pause.of(WHEN_ENOUGH);
        }
    }

    private void everywhere(Remembered one, RandomGenerator random) throws InterruptedException {
        boolean other = random.nextInt(5) == 0;
        Act act = other ? Act.REENCODED : Act.REPLAY;
        Terminal terminal = terminals.other(one.sheet().terminal(), random);
        boolean copied =
                terminal.from().purpose().equals(one.sheet().terminal().from().purpose());
        for (Node node : teller.gateways().nodes()) {
            Sheet sheet = other || !copied
                    ? Sheet.of(
                            terminal,
                            one.shown().id(),
                            other ? mint.reencoded(one.shown()) : one.shown().text(),
                            null)
                    : one.sheet().copiedBy(terminal);
            teller.verify(act, node, sheet);
        }
    }
}
