package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import mo.farol.token.mint.PhoneKey;
import org.jspecify.annotations.Nullable;

/** Challenges and the proofs that answer them, whole and flawed. */
final class RandomProofs {
    private static final long TWIN = 2;
    private static final Books.Slip NOBODYS = new Books.Slip("00000000", 1, null, Instant.EPOCH);

    private enum Flaw {
        OTHER_PERSON,
        OTHER_CHALLENGE,
        LOW_SCORE,
        OTHER_KEY,
        OTHER_SESSION,
        SPENT_ASSERTION,
        EXPIRED_ASSERTION,
        NONE;

        private static final List<Flaw> ALL = List.of(values());

        /** Mostly none. */
        static Flaw any(Random random, List<byte[]> spent) {
            Flaw any = random.nextInt(18) < ALL.size() ? ALL.get(random.nextInt(ALL.size())) : NONE;
            return any == SPENT_ASSERTION && spent.isEmpty() ? NONE : any;
        }
    }

    private final Life life;
    private final Random random;
    final Books books = new Books();

    RandomProofs(Life life) {
        this.life = life;
        this.random = life.random;
    }

    Future<Answer<Bindings.NewChallenge>> challenge(long resident, @Nullable Long guardian) {
        boolean old = !books.pending.isEmpty() && random.nextInt(12) == 0;
        PhoneKey key = old ? recent(books.pending).key() : life.newKey();
        return life.bindings
                .challenge(
                        Life.app(resident),
                        life.people.handle(resident),
                        key.publicKey(),
                        Life.PHONE,
                        guardian == null ? null : life.people.handle(guardian))
                .onSuccess(answer -> {
                    if (answer instanceof Answer.Given<Bindings.NewChallenge> given) {
                        books.pending.add(new Books.Pending(given.value().challenge(), key));
                    }
                });
    }

    Attempt face() {
        if (books.pending.isEmpty()) {
            return nothingYet();
        }
        Books.Pending of = recent(books.pending);
        Challenge challenge = of.challenge();
        Flaw flaw = Flaw.any(random, books.spentFaces);
        byte[] assertion = assertion(flaw, books.spentFaces);
        boolean proven = flaw == Flaw.NONE
                && books.isFresh(of)
                && life.clock.instant().isBefore(challenge.expires())
                && challenge.actor() != TWIN;
        Caller caller = flaw == Flaw.OTHER_SESSION
                ? new Caller(challenge.resident(), Life.session(77), Channel.APP, true)
                : Life.app(challenge.resident());
        Bindings.FaceProof proof = new Bindings.FaceProof(
                life.signed(challenge, flaw == Flaw.OTHER_KEY ? life.newKey() : of.key()),
                face(challenge, flaw, assertion));
        var request = life.request();
        return Attempt.binding(
                "face, " + flaw,
                challenge,
                proven,
                () -> life.bindings
                        .bind(caller, life.people.handle(challenge.resident()), proof, request)
                        .onSuccess(answer -> books.settle(answer, of, () -> books.spentFaces.add(assertion))));
    }

    private FaceCheck face(Challenge challenge, Flaw flaw, byte[] assertion) {
        Instant now = life.clock.instant();
        return new FaceCheck(
                flaw == Flaw.OTHER_PERSON ? challenge.actor() % RandomActs.FAMILY + 1 : challenge.actor(),
                flaw == Flaw.OTHER_CHALLENGE ? new UUID(8, 9) : challenge.id(),
                "bind",
                0.95,
                flaw == Flaw.LOW_SCORE ? 0.5 : 0.95,
                assertion,
                flaw == Flaw.EXPIRED_ASSERTION ? now : now.plusSeconds(120));
    }

    Attempt number() {
        if (books.pending.isEmpty()) {
            return nothingYet();
        }
        Books.Pending of = recent(books.pending);
        Challenge challenge = of.challenge();
        Caller caller = Life.app(challenge.resident());
        Bindings.PhoneProof proof = life.signed(challenge, random.nextInt(10) == 0 ? life.newKey() : of.key());
        var request = life.request();
        return Attempt.of(
                "a number",
                () -> life.bindings
                        .kioskNumber(caller, life.people.handle(challenge.resident()), proof, request)
                        .onSuccess(answer -> {
                            if (answer instanceof Answer.Given<Bindings.ShownNumber> given) {
                                books.shown(given.value(), of);
                            }
                        }));
    }

    Books.Slip anyNumber() {
        return books.numbers.isEmpty() || random.nextInt(8) == 0 ? NOBODYS : recent(books.numbers);
    }

    Attempt kiosk() {
        Books.Slip number = anyNumber();
        Flaw flaw = Flaw.any(random, books.spentFingers);
        long person = flaw == Flaw.OTHER_PERSON ? number.actor() % RandomActs.FAMILY + 1 : number.actor();
        byte[] assertion = assertion(flaw, books.spentFingers);
        Instant now = life.clock.instant();
        KioskCheck check = new KioskCheck(
                person, flaw != Flaw.LOW_SCORE, assertion, flaw == Flaw.EXPIRED_ASSERTION ? now : now.plusSeconds(120));
        boolean whole = switch (flaw) {
            case OTHER_PERSON, LOW_SCORE, SPENT_ASSERTION, EXPIRED_ASSERTION -> false;
            case OTHER_CHALLENGE, OTHER_KEY, OTHER_SESSION, NONE -> true;
        };
        boolean proven = whole && books.isOpen(number, now);
        Books.Pending of = number.of();
        var request = life.request();
        var ask = (Supplier<Future<Answer<EidEvent>>>)
                () -> life.bindings.bindAtKiosk(Life.KIOSK, number.shown(), check, request);
        return of == null
                ? Attempt.of("a wrong number", () -> ask.get().onSuccess(answer -> books.countWrong(answer, person)))
                : Attempt.binding(
                        "kiosk, " + flaw,
                        of.challenge(),
                        proven,
                        () -> ask.get().onSuccess(answer -> {
                            books.countWrong(answer, person);
                            books.settle(answer, of, () -> books.spentFingers.add(assertion));
                        }));
    }

    /** As many wrong numbers, one after another, as lock what waits for that card. */
    Attempt guesses() {
        long person = anyNumber().actor();
        List<RequestKey> requests =
                List.of(life.request(), life.request(), life.request(), life.request(), life.request());
        KioskCheck check = life.card(person, true);
        return Attempt.of("guesses", () -> {
            Future<Answer<EidEvent>> last = Future.failedFuture("nothing was asked");
            for (RequestKey request : requests) {
                last = life.bindings
                        .bindAtKiosk(Life.KIOSK, NOBODYS.shown(), check, request)
                        .onSuccess(answer -> books.countWrong(answer, person));
            }
            return last;
        });
    }

    Attempt approve(UUID counterCase) {
        Books.OpenCase opened = books.opened(counterCase);
        OperatorCaller operator = random.nextInt(5) == 0 ? Life.OFFICER : Life.SECOND_OFFICER;
        var request = life.request();
        if (opened == null) {
            return Attempt.of(
                    "approve nothing", () -> life.bindings.approveCounterCase(operator, counterCase, request));
        }
        boolean proven = operator.equals(Life.SECOND_OFFICER)
                && life.clock.instant().isBefore(opened.expires())
                && books.isFresh(opened.of());
        return Attempt.binding(
                "approve",
                opened.of().challenge(),
                proven,
                () -> life.bindings
                        .approveCounterCase(operator, counterCase, request)
                        .onSuccess(answer -> books.settle(answer, opened.of(), () -> {})));
    }

    void opened(Answer<UUID> answer, Books.Slip number) {
        books.countWrong(answer, number.actor());
        if (answer instanceof Answer.Given<UUID> given && !given.replayed()) {
            books.opened(given.value(), number, life.clock.instant().plus(Duration.ofMinutes(30)));
        }
    }

    private byte[] assertion(Flaw flaw, List<byte[]> spent) {
        return flaw == Flaw.SPENT_ASSERTION ? recent(spent) : life.newAssertion();
    }

    private static Attempt nothingYet() {
        return Attempt.once("nothing", () -> Future.succeededFuture(new Answer.NotFound<>()));
    }

    /** One of the last few, mostly the last. */
    private <T> T recent(List<T> all) {
        int back = random.nextBoolean() ? 0 : random.nextInt(6);
        return all.get(Math.max(0, all.size() - 1 - back));
    }
}
