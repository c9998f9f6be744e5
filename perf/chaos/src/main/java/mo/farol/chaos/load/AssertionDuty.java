package mo.farol.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.world.Node;

/** One client assertion at the token endpoint of every gateway at once, twice. */
final class AssertionDuty implements Duty {
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final Teller teller;
    private final Terminals terminals;
    private final SignIn signIn;

    AssertionDuty(Teller teller, Terminals terminals, SignIn signIn) {
        this.teller = teller;
        this.terminals = terminals;
        this.signIn = signIn;
    }

    @Override
    public void once(RandomGenerator random) throws InterruptedException {
        String jti = UUID.randomUUID().toString();
        byte[] form = signIn.form(terminals.any(random), jti);
        List<Together.Step> steps = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (Node node : teller.gateways().nodes()) {
                Question question = Question.about(Act.ASSERTION, node.number(), jti);
                steps.add(() -> teller.noted(node, question, () -> Teller.token(signIn.post(node, form))));
            }
        }
        Together.run(steps);
        Pause.of(BETWEEN);
    }
}
