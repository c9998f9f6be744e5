package mo.farol.core.binding.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.binding.memory.HandClock;
import mo.farol.core.binding.memory.MemoryChallenges;
import mo.farol.core.binding.memory.MemoryCounterCases;
import mo.farol.core.binding.memory.MemoryEids;
import mo.farol.core.binding.memory.MemoryKioskNumbers;
import mo.farol.core.binding.memory.MemoryLedger;
import mo.farol.core.binding.memory.People;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.BindingStatement;
import mo.farol.token.Cryptos;
import mo.farol.token.mint.PhoneKey;
import org.jspecify.annotations.Nullable;

/** The use-cases over ports in memory, with real keys and signatures, and whoever uses them. */
final class Life {
    static final TerminalIdentity KIOSK = new TerminalIdentity(71, 7, "kiosk-1");
    static final OperatorCaller OFFICER = new OperatorCaller("officer-a");
    static final OperatorCaller SECOND_OFFICER = new OperatorCaller("officer-b");
    static final OperatorCaller REGISTRY = new OperatorCaller("registry-officer");
    static final PhoneInfo PHONE = new PhoneInfo("my phone", "Maker Model 1");

    final BindingPolicy policy;
    final HandClock clock = new HandClock();
    final People people = new People();
    final MemoryLedger ledger = new MemoryLedger(people, clock);
    final MemoryChallenges challenges = new MemoryChallenges();
    final MemoryKioskNumbers numbers = new MemoryKioskNumbers(ledger, clock);
    final MemoryCounterCases cases = new MemoryCounterCases();
    final Random random;
    final Bindings bindings;
    private long requests;
    private long assertions;

    Life() {
        this(BindingPolicy.DEFAULTS, 4711);
    }

    Life(BindingPolicy policy, long seed) {
        this.policy = policy;
        this.random = new Random(seed);
        this.bindings = new EidLife(ports(clock), policy);
    }

    BindingPorts ports(DatabaseTime time) {
        return ports(time, ledger);
    }

    BindingPorts ports(DatabaseTime time, EidLedger deciding) {
        return new BindingPorts(
                deciding, new MemoryEids(people), challenges, numbers, cases, time, random, Cryptos.NATIVE);
    }

    // People

    long adult() {
        return people.add(LocalDate.of(1980, 5, 17), false);
    }

    long twin() {
        return people.add(LocalDate.of(1990, 2, 3), true);
    }

    /** Ten years old. */
    long minor(long... parents) {
        return minor(clock.today().minusYears(10), false, parents);
    }

    long minor(LocalDate born, boolean multiple, long... parents) {
        long child = people.add(born, multiple);
        for (long parent : parents) {
            people.guardian(child, parent, GuardianKind.PARENT);
        }
        return child;
    }

    /** Signed in at the app, freshly and strongly. */
    static Caller app(long row) {
        return new Caller(row, session(row), Channel.APP, true);
    }

    static Caller ordinary(long row) {
        return new Caller(row, session(row), Channel.APP, false);
    }

    static Caller at(Channel channel, long row) {
        return new Caller(row, session(row), channel, true);
    }

    static byte[] session(long number) {
        return ByteBuffer.allocate(32).putLong(number).array();
    }

    synchronized RequestKey request() {
        return new RequestKey(session(++requests), session(1));
    }

    // Phones

    PhoneKey newKey() {
        return PhoneKey.generate(Cryptos.NATIVE, random);
    }

    Challenge challenge(long resident, @Nullable Long guardian, PhoneKey key) {
        return given(bindings.challenge(
                        app(resident),
                        people.handle(resident),
                        key.publicKey(),
                        PHONE,
                        guardian == null ? null : people.handle(guardian)))
                .challenge();
    }

    Bindings.PhoneProof signed(Challenge challenge, PhoneKey key) {
        byte[] statement = BindingStatement.bytes(
                challenge.id(),
                challenge.nonce(),
                people.handle(challenge.resident()),
                challenge.keyId(),
                challenge.key());
        return new Bindings.PhoneProof(challenge.id(), key.sign(statement), KeyLevel.TRUSTED_ENVIRONMENT);
    }

    // Proofs

    FaceCheck face(Challenge challenge) {
        return face(challenge, challenge.actor(), 0.99, 0.97);
    }

    FaceCheck face(Challenge challenge, long person, double liveness, double likeness) {
        return new FaceCheck(
                person,
                challenge.id(),
                "bind",
                liveness,
                likeness,
                newAssertion(),
                clock.instant().plus(Duration.ofMinutes(3)));
    }

    KioskCheck card(long person, boolean fingerMatches) {
        return new KioskCheck(
                person, fingerMatches, newAssertion(), clock.instant().plus(Duration.ofMinutes(3)));
    }

    synchronized byte[] newAssertion() {
        return session(++assertions);
    }

    // Acts

    /** Binds a new phone by a face check. */
    Answer<EidEvent> bind(long resident, @Nullable Long guardian) {
        PhoneKey key = newKey();
        Challenge challenge = challenge(resident, guardian, key);
        return bind(challenge, key, face(challenge));
    }

    Answer<EidEvent> bind(Challenge challenge, PhoneKey key, FaceCheck check) {
        return bind(app(challenge.resident()), challenge, new Bindings.FaceProof(signed(challenge, key), check));
    }

    Answer<EidEvent> bind(Caller caller, Challenge challenge, Bindings.FaceProof proof) {
        return done(bindings.bind(caller, people.handle(challenge.resident()), proof, request()));
    }

    Bindings.ShownNumber number(Challenge challenge, PhoneKey key) {
        return given(bindings.kioskNumber(
                app(challenge.resident()), people.handle(challenge.resident()), signed(challenge, key), request()));
    }

    /** A new phone's number for the kiosk. */
    Bindings.ShownNumber number(long resident, @Nullable Long guardian) {
        PhoneKey key = newKey();
        return number(challenge(resident, guardian, key), key);
    }

    Answer<EidEvent> atKiosk(String number, KioskCheck check) {
        return done(bindings.bindAtKiosk(KIOSK, number, check, request()));
    }

    // What there is then

    HeldBinding live(long resident) {
        return people.eid(resident).liveBinding().orElseThrow();
    }

    boolean isBound(long resident) {
        return people.eid(resident).liveBinding().isPresent();
    }

    EidEvent lastEvent() {
        return ledger.events().getLast();
    }

    /** Who was told this, of whose e-ID so ever. */
    List<Long> toldOf(NoticeKind kind) {
        return ledger.told().stream()
                .filter(each -> each.kind() == kind)
                .map(MemoryLedger.Told::to)
                .toList();
    }

    static <T> T done(Future<T> future) {
        assertThat(future.succeeded()).as(() -> "nothing here waits: " + future).isTrue();
        return future.result();
    }

    static <T> T given(Future<Answer<T>> future) {
        return given(done(future));
    }

    static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).value();
    }

    /** Why it was refused; and that the refusal is on record. */
    <T> BindingRefusal refused(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        Answer.Refused<T> refused = (Answer.Refused<T>) answer;
        EidEvent event = refused.event().orElseThrow();
        assertThat(event.event().refusal()).contains(refused.why());
        assertThat(ledger.events()).contains(event);
        return refused.why();
    }

    static <T> UUID earlier(Answer<T> answer) {
        return ((Answer.Refused<T>) answer).endedBy().orElseThrow();
    }
}
