package mo.farol.core.binding.life;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.CardEventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.memory.MemoryGuardianBound;

/** What a family, a kiosk, a counter and the registry come up with, in no sensible order. */
final class RandomActs {
    /** An adult, a twin, a third adult, and three minors of theirs, one about to come of age. */
    static final int FAMILY = 6;

    private static final List<CardEventKind> KINDS = List.of(CardEventKind.values());

    private final Life life;
    private final Random random;
    private final RandomProofs proofs;
    private final TurningEighteen passes;
    private final List<UUID> cases = new ArrayList<>();
    private long sequence;
    private long names;

    RandomActs(Life life) {
        this.life = life;
        this.random = life.random;
        this.proofs = new RandomProofs(life);
        this.passes = new TurningEighteen(life.ports(life.clock), new MemoryGuardianBound(life.people), life.policy);
        life.adult();
        life.twin();
        life.adult();
        LocalDate today = life.clock.today();
        life.minor(today.minusYears(9), false, 1, 2);
        life.minor(today.minusYears(12), true, 2, 3);
        life.minor(today.minusYears(18).plusDays(random.nextInt(3)), false, 1);
    }

    Attempt next() {
        life.clock.pass(Duration.ofSeconds(random.nextInt(random.nextInt(20) == 0 ? 2_000 : 30)));
        return switch (random.nextInt(25)) {
            case 0, 1, 2, 3, 4 -> challenge();
            case 5, 6, 7, 8 -> proofs.face();
            case 9, 10 -> proofs.number();
            case 11, 12, 13 -> proofs.kiosk();
            case 14, 15 -> move(BindingAct.SUSPEND);
            case 16 -> move(BindingAct.RESUME);
            case 17 -> move(BindingAct.UNBIND);
            case 18 -> counterUnbind();
            case 19 -> openCase();
            case 20 -> proofs.approve(cases.isEmpty() ? new UUID(1, 2) : cases.getLast());
            case 21 -> card();
            case 22 -> guardianship();
            case 23 -> random.nextInt(4) == 0 ? proofs.guesses() : birthday();
            default -> birthday();
        };
    }

    private Attempt challenge() {
        long resident = anybody();
        Long guardian = (resident > 3) != (random.nextInt(20) == 0) ? (Long) (1L + random.nextInt(4)) : null;
        return Attempt.once("challenge", () -> proofs.challenge(resident, guardian));
    }

    private Attempt move(BindingAct act) {
        long whose = anybody();
        UUID binding = binding(whose);
        long by = random.nextInt(3) > 0 ? whose : anybody();
        Caller caller = random.nextInt(8) == 0 ? Life.ordinary(by) : Life.app(by);
        var request = life.request();
        return Attempt.of(act + " by " + by, () -> switch (act) {
            case SUSPEND -> life.bindings.suspend(caller, binding, "lost", request);
            case RESUME -> life.bindings.resume(caller, binding, null, request);
            case UNBIND, BIND, SUPERSEDE -> life.bindings.unbind(caller, binding, null, request);
        });
    }

    private Attempt counterUnbind() {
        UUID binding = binding(anybody());
        var request = life.request();
        return Attempt.of(
                "unbind at the counter", () -> life.bindings.unbindAtCounter(Life.OFFICER, binding, "stolen", request));
    }

    private Attempt openCase() {
        Books.Slip number = proofs.anyNumber();
        var request = life.request();
        return Attempt.of(
                "open a case",
                () -> life.bindings
                        .openCounterCase(
                                Life.OFFICER, number.shown(), life.people.handle(number.actor()), "worn", request)
                        .onSuccess(answer -> {
                            proofs.opened(answer, number);
                            if (answer instanceof Answer.Given<UUID> given) {
                                cases.add(given.value());
                            }
                        }));
    }

    private Attempt card() {
        long whose = anybody();
        CardEventKind kind = KINDS.get(random.nextInt(KINDS.size()));
        // Cards are cancelled and people die now and then; otherwise the history would soon be over.
        boolean grave = (kind == CardEventKind.CANCELLED && random.nextInt(2) == 0)
                || (kind == CardEventKind.DEATH && random.nextInt(12) == 0);
        CardEventKind sent = grave || !(kind == CardEventKind.CANCELLED || kind == CardEventKind.DEATH)
                ? kind
                : CardEventKind.ISSUED;
        CardEvent event = new CardEvent(
                whose,
                "card-" + ++names,
                nextSequence(),
                sent,
                life.clock.today().plusYears(5));
        return Attempt.of("card " + sent, () -> life.bindings.cardEvent(Life.REGISTRY, event, life.request()));
    }

    private Attempt guardianship() {
        GuardianshipEvent event = new GuardianshipEvent(
                random.nextInt(5) == 0 ? anybody() : 4 + random.nextInt(3),
                random.nextInt(5) == 0 ? anybody() : 1 + random.nextInt(3),
                GuardianKind.GUARDIAN,
                random.nextInt(3) > 0,
                "guardian-" + ++names,
                nextSequence());
        OperatorCaller operator = random.nextBoolean() ? Life.REGISTRY : Life.OFFICER;
        return Attempt.of(
                "guardianship " + event.granted(),
                () -> life.bindings.guardianshipEvent(operator, event, life.request()));
    }

    private Attempt birthday() {
        if (random.nextInt(4) == 0) {
            life.clock.pass(Duration.ofHours(random.nextInt(12)));
        }
        return Attempt.once("a pass", () -> passes.pass().map(done -> new Answer.Given<>(done, false)));
    }

    /** Mostly the registry is in order. */
    private long nextSequence() {
        return random.nextInt(6) == 0 ? Math.max(1, sequence - random.nextInt(40)) : ++sequence;
    }

    /** Mostly the live one. */
    private UUID binding(long whose) {
        List<HeldBinding> all = life.people.eid(whose).bindings();
        return all.isEmpty()
                ? new UUID(5, 6)
                : all.get(random.nextInt(3) > 0 ? 0 : random.nextInt(all.size()))
                        .handle();
    }

    private long anybody() {
        return 1L + random.nextInt(FAMILY);
    }
}
