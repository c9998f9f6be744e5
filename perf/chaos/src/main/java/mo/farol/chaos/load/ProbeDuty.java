package mo.farol.chaos.load;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.world.Node;

/** Somebody who comes to one gateway again and again, so that the history tells when it answers well again. */
final class ProbeDuty implements Duty {
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final Node node;
    private final Teller teller;
    private final Crowd crowd;
    private final Terminals terminals;
    private final Mint mint;

    ProbeDuty(Node node, Teller teller, Crowd crowd, Terminals terminals, Mint mint) {
        this.node = node;
        this.teller = teller;
        this.crowd = crowd;
        this.terminals = terminals;
        this.mint = mint;
    }

    @Override
    public void once(RandomGenerator random) throws InterruptedException {
        Optional<Holder> holder = crowd.take();
        if (holder.isPresent()) {
            try {
                show(mint.fresh(holder.get()), random);
            } finally {
                crowd.giveBack(holder.get());
            }
        }
        Pause.of(BETWEEN);
    }

    /** @return what was said; empty when it could not be sent */
    Optional<Answer> show(Shown shown, RandomGenerator random) throws InterruptedException {
        return teller.verify(Act.VERIFY, node, Sheet.of(terminals.any(random), shown.id(), shown.text(), null));
    }
}
