package mo.farol.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import mo.farol.chaos.check.Checks;
import mo.farol.chaos.check.Promise;
import mo.farol.chaos.check.Violation;
import mo.farol.chaos.history.HistoryReader;
import mo.farol.chaos.history.HistoryWriter;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Recorder;
import mo.farol.phone.challenge.ChallengeReader;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.terminal.TerminalKey;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Challenges from the desk to the checks, against a gateway that is wrong on purpose. */
class LoadFindsAMisplacedAcceptTest {
    private final Crypto crypto = Crypto.preferred().crypto();
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    @Test
    void andAChallengeThatWasAnsweredTwice() throws Exception {
        Path file = folder.resolve("history.ndjson");
        try (ObligingGateway gateway = new ObligingGateway();
                Gateways gateways = new Gateways(List.of(gateway.node(1), gateway.node(2)));
                HistoryWriter writer = HistoryWriter.to(file)) {
            Recorder recorder = new Recorder(writer, System::nanoTime);
            recorder.note(new Line.Start(1, true, List.of(), Map.of(), recorder.now(), 0));
            show(new Teller(gateways, recorder), new ChallengeReader(gateway.keys(), crypto, Clock.systemUTC()));
        }
        List<Violation> found = Checks.run(HistoryReader.read(file)).violations();
        assertThat(found).extracting(Violation::promise).contains(Promise.MISPLACED_ACCEPTS, Promise.DOUBLE_ACCEPTS);
        assertThat(found)
                .extracting(Violation::what)
                .anySatisfy(what -> assertThat(what).startsWith("one challenge was answered by 2 codes"));
    }

    private void show(Teller teller, ChallengeReader phone) throws Exception {
        Terminals terminals = new Terminals(
                List.of(terminal("t1", "account"), terminal("t2", "account")),
                List.of(terminal("t1", "loan"), terminal("t2", "loan")));
        ChallengeDuty duty = new ChallengeDuty(
                teller,
                new Crowd(List.of(holder(), holder())),
                terminals,
                new Mint(crypto, new Recipient.GatewayKey(7, publicKey()), Clock.systemUTC()),
                new ChallengeDesk(teller, phone),
                new Memory());
        SplittableRandom die = new SplittableRandom(1);
        for (int i = 0; i < 12; i++) {
            duty.once(die);
        }
    }

    private byte[] publicKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    private Holder holder() {
        PhoneKey key = PhoneKey.generate(crypto, random);
        return new Holder(1, new BoundEid(new BindingKeyId(random.nextLong()), key), UUID.randomUUID(), true);
    }

    private static Terminal terminal(String name, String purpose) throws Exception {
        TerminalKey key = new TerminalKey(name, new ECKeyGenerator(Curve.P_256).generate());
        Terminal terminal = new Terminal(new Question.From(name, "bank", purpose), key);
        terminal.token().set(name);
        return terminal;
    }
}
