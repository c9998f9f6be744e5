package mo.farol.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Said;
import mo.farol.chaos.world.Node;
import org.jspecify.annotations.Nullable;

/**
 * A resident shows a fresh code: mostly once, at one gateway; sometimes to several terminals at once, at all gateways or
 * many times at one. Then comes what follows: the honest retry, with or without need, and the thief of a retry key.
 */
final class FreshDuty implements Duty {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final int TRIES = 4;
    private static final List<List<String>> QUESTIONS =
            List.of(List.of("surname_pt", "given_names_pt"), List.of("id_number", "photo", "birth_date"));

    private final Teller teller;
    private final Crowd crowd;
    private final Terminals terminals;
    private final Mint mint;
    private final Memory memory;
    private final Resumption resumption;

    /** @param resumption what somebody does who is told that their e-ID is suspended: only a restore does that to them */
    FreshDuty(Teller teller, Crowd crowd, Terminals terminals, Mint mint, Memory memory, Resumption resumption) {
        this.teller = teller;
        this.crowd = crowd;
        this.terminals = terminals;
        this.mint = mint;
        this.memory = memory;
        this.resumption = resumption;
    }

    /** Makes a suspended binding active again. */
    interface Resumption {
        /** @return whether it is known to be active; else somebody else cares for its holder from now on */
        boolean of(Holder holder) throws InterruptedException;
    }

    @Override
    public void once(RandomGenerator random) throws InterruptedException {
        Optional<Holder> holder = crowd.take();
        if (holder.isPresent()) {
            Shown shown = mint.fresh(holder.get());
            int die = random.nextInt(100);
            boolean suspended = false;
            if (die < 60) {
                suspended = alone(shown, teller.gateways().any(random), random);
            } else {
                race(shown, die < 80 ? teller.gateways().nodes() : sameNode(random), random);
            }
            if (suspended) {
                resume(holder.get(), random);
            } else {
                crowd.giveBack(holder.get());
            }
        }
    }

    /** And shows a code again. */
    private void resume(Holder holder, RandomGenerator random) throws InterruptedException {
        if (resumption.of(holder)) {
            alone(mint.fresh(holder), teller.gateways().any(random), random);
            crowd.giveBack(holder);
        }
    }

    /** @return whether the binding is said to be suspended */
    private boolean alone(Shown shown, Node node, RandomGenerator random) throws InterruptedException {
        Sheet sheet = Sheet.of(terminals.any(random), shown.id(), shown.text(), fields(random));
        Optional<Answer> first = teller.verify(Act.VERIFY, node, sheet);
        if (first.isPresent()) {
            after(shown, sheet, first.get(), random);
        }
        return first.filter(answer -> "suspended".equals(answer.why())).isPresent();
    }

    private void after(Shown shown, Sheet sheet, Answer first, RandomGenerator random) throws InterruptedException {
        Answer answer = first;
        for (int i = 0; i < TRIES && isOpen(answer); i++) {
            Pause.of(BETWEEN_TRIES);
            answer = teller.verify(Act.RETRY, teller.gateways().any(random), sheet)
                    .orElse(answer);
        }
        if (answer.accepted()) {
            int die = random.nextInt(100);
            if (die < 20) {
                teller.verify(Act.RETRY, teller.gateways().any(random), sheet);
            }
            if (die > 80) {
                Sheet stolen = sheet.stolenBy(terminals.other(sheet.terminal(), random));
                teller.verify(Act.STOLEN_RETRY_KEY, teller.gateways().any(random), stolen);
            }
        }
        if (answer.accepted() || isOpen(answer)) {
            memory.add(new Remembered(shown, sheet, answer.receipt()));
        }
    }

    private void race(Shown shown, List<Node> lanes, RandomGenerator random) throws InterruptedException {
        ConcurrentLinkedQueue<Sheet> won = new ConcurrentLinkedQueue<>();
        List<Together.Step> steps = new ArrayList<>();
        boolean mixed = random.nextBoolean();
        String otherText = mixed ? mint.reencoded(shown) : shown.text();
        for (Node node : lanes) {
            boolean first = steps.isEmpty();
            boolean other = mixed && steps.size() % 2 == 1;
            Sheet sheet = Sheet.of(terminals.any(random), shown.id(), other ? otherText : shown.text(), null);
            Act act = first ? Act.VERIFY : other ? Act.REENCODED : Act.REPLAY;
            steps.add(() -> teller.verify(act, node, sheet)
                    .filter(Answer::accepted)
                    .ifPresent(answer -> {
                        won.add(sheet);
                        memory.add(new Remembered(shown, sheet, answer.receipt()));
                    }));
        }
        Together.run(steps);
        Sheet winner = won.peek();
        if (winner != null && random.nextInt(4) == 0) {
            teller.verify(Act.RETRY, teller.gateways().any(random), winner);
        }
    }

    /** One gateway, often enough that several equal codes are in one batch. */
    private List<Node> sameNode(RandomGenerator random) {
        Node node = teller.gateways().any(random);
        return List.of(node, node, node, node, node);
    }

    private static @Nullable List<String> fields(RandomGenerator random) {
        int die = random.nextInt(4);
        return die < QUESTIONS.size() ? QUESTIONS.get(die) : null;
    }

    private static boolean isOpen(Answer answer) {
        return answer.said() == Said.BROKEN || answer.said() == Said.UNAVAILABLE;
    }
}
