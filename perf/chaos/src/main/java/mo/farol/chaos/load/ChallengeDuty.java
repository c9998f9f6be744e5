package mo.farol.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.world.Node;
import mo.farol.token.challenge.TerminalChallenge;

/**
 * A terminal shows a challenge, a phone answers it: its code is shown at that terminal several times at once, at every
 * gateway. Sometimes somebody was quicker and shows it elsewhere first, and sometimes a second phone answers too.
 */
final class ChallengeDuty implements Duty {
    private static final Duration BETWEEN = Duration.ofMillis(700);

    private final Teller teller;
    private final Crowd crowd;
    private final Terminals terminals;
    private final Mint mint;
    private final ChallengeDesk desk;
    private final Memory memory;

    ChallengeDuty(Teller teller, Crowd crowd, Terminals terminals, Mint mint, ChallengeDesk desk, Memory memory) {
        this.teller = teller;
        this.crowd = crowd;
        this.terminals = terminals;
        this.mint = mint;
        this.desk = desk;
        this.memory = memory;
    }

    @Override
    public void once(RandomGenerator random) throws InterruptedException {
        Optional<Terminal> terminal = terminals.anyChallenging(random);
        if (terminal.isPresent()) {
            Optional<TerminalChallenge> challenge =
                    desk.open(terminal.get(), teller.gateways().any(random));
            if (challenge.isPresent()) {
                answer(terminal.get(), challenge.get(), random);
            }
        }
        Pause.of(BETWEEN);
    }

    private void answer(Terminal terminal, TerminalChallenge challenge, RandomGenerator random)
            throws InterruptedException {
        List<Holder> answering = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            crowd.take().ifPresent(answering::add);
        }
        List<Together.Step> shows = new ArrayList<>();
        for (Holder holder : answering) {
            Shown shown = mint.answering(holder, challenge.id());
            if (random.nextInt(3) == 0) {
                Terminal other = terminals.elsewhere(terminal, random);
                teller.verify(
                        Act.ELSEWHERE,
                        teller.gateways().any(random),
                        Sheet.answering(other, shown.id(), shown.text(), challenge.id()));
            }
            shows.addAll(everywhere(terminal, challenge, shown));
        }
        Together.run(shows);
        answering.forEach(crowd::giveBack);
    }

    private List<Together.Step> everywhere(Terminal terminal, TerminalChallenge challenge, Shown shown) {
        List<Together.Step> steps = new ArrayList<>();
        for (Node node : teller.gateways().nodes()) {
            Act act = steps.isEmpty() ? Act.VERIFY : Act.REPLAY;
            Sheet sheet = Sheet.answering(terminal, shown.id(), shown.text(), challenge.id());
            steps.add(() -> teller.verify(act, node, sheet)
                    .filter(Answer::accepted)
                    .ifPresent(answer -> memory.add(new Remembered(shown, sheet, answer.receipt()))));
        }
        return steps;
    }
}
