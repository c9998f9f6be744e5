package mo.farol.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.Nonce;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.Recipient;
import org.jspecify.annotations.Nullable;

/** Two gateways over one arbiter and one log, a phone, and terminals: real codes, real cryptography, clocks by hand. */
final class Rig {
    static final TerminalIdentity BANK = new TerminalIdentity(11, 1, "bank-counter-1");
    static final TerminalIdentity BANK_TOO = new TerminalIdentity(12, 1, "bank-counter-2");

    static final Grant ACCOUNT = new Grant(
            1,
            new Purpose(21, "account.open", CodeType.EID, false, false, false),
            5,
            FieldSet.of(Field.SURNAME_PT, Field.ID_NUMBER),
            null);
    static final Grant COUNTER = new Grant(
            1,
            new Purpose(22, "counter.identity", CodeType.EID, true, false, false),
            6,
            FieldSet.NAME_AND_PHOTO.or(FieldSet.of(Field.SEX)),
            null);
    static final Grant LANE =
            new Grant(1, new Purpose(23, "lane", CodeType.CLEARANCE, false, false, false), 7, FieldSet.NONE, null);
    static final Grant HIGH_RISK =
            new Grant(1, new Purpose(24, "loan", CodeType.EID, false, true, false), 8, FieldSet.NONE, null);
    static final Grant OFFICER =
            new Grant(1, new Purpose(25, "document.check", CodeType.EID, false, false, true), 9, FieldSet.NONE, null);

    /** What one gateway announced. */
    record Announced(RedemptionKey key, RetryKey by) {}

    final Deployment phone;
    final FakeTime time = new FakeTime();
    final FakePolicies policies = new FakePolicies();
    final FakePublicKeys publicKeys = new FakePublicKeys();
    final FakeAccessLog log = new FakeAccessLog();
    final FakeArbiter arbiter = new FakeArbiter(log);
    final List<Announced> announced = new ArrayList<>();
    final Verification here;
    final Verification there;
    private final RefusalRates refusals;
    private int counter;

    Rig() {
        this(new RefusalRates(10_000, Duration.ofSeconds(1), 10_000, Duration.ofSeconds(1)));
    }

    Rig(RefusalRates refusals) {
        this(Cryptos.NATIVE, refusals);
    }

    Rig(Crypto crypto) {
        this(crypto, new RefusalRates(10_000, Duration.ofSeconds(1), 10_000, Duration.ofSeconds(1)));
    }

    private Rig(Crypto crypto, RefusalRates refusals) {
        this.refusals = refusals;
        phone = new Deployment(crypto, 4711);
        here = node(1);
        there = node(2);
        List.of(ACCOUNT, COUNTER, LANE, HIGH_RISK, OFFICER).forEach(policies::put);
        publicKeys.keys.put(phone.keyId, phone.phone.publicKey());
    }

    private Verification node(long seed) {
        VerificationPorts ports = new VerificationPorts(
                phone.crypto,
                () -> phone.ring,
                policies,
                publicKeys,
                time,
                arbiter,
                log,
                (key, by) -> announced.add(new Announced(key, by)));
        return new Verification(
                ports,
                CodeWindow.standard(),
                new VerificationLimits(10_000, Duration.ofSeconds(180), 1_000, Duration.ofMinutes(2), 100, refusals),
                () -> Instant.ofEpochSecond(Deployment.NOW),
                time::nanoTime,
                new Random(seed));
    }

    /** The other gateway hears what was announced. */
    void deliver() {
        announced.forEach(news -> there.replays().put(news.key(), news.by().fingerprint()));
    }

    String mint(CodeType type, long iat) {
        return mint(type, iat, null);
    }

    String mint(CodeType type, long iat, @Nullable Nonce nonce) {
        Recipient to = phone.gatewayKey(type);
        return phone.minter.mint(type, phone.phone, phone.keyId, to, iat, ++counter, nonce);
    }

    /** A fresh e-ID code. */
    String code() {
        return mint(CodeType.EID, time.seconds());
    }

    static VerificationRequest ask(TerminalIdentity terminal, String key, String code, Grant grant) {
        return ask(terminal, key, code, grant, null);
    }

    static VerificationRequest ask(
            TerminalIdentity terminal, String key, String code, Grant grant, @Nullable FieldSet fields) {
        String body = code + "|" + grant.purpose().name() + "|" + fields;
        byte[] hash = Sha256.of(body.getBytes(StandardCharsets.UTF_8));
        return new VerificationRequest(
                terminal, key, hash, code, grant.purpose().name(), fields, null, null, null, null, null);
    }

    Outcome verify(VerificationRequest request) {
        return done(here.flow().verify(request));
    }

    Outcome verifyThere(VerificationRequest request) {
        return done(there.flow().verify(request));
    }

    static <T> T done(Future<T> future) {
        assertThat(future.succeeded()).as(() -> "nothing here waits: " + future).isTrue();
        return future.result();
    }
}
