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
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.terminal.TerminalKey;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Load, history and checks together, against a gateway that is wrong on purpose. */
class LoadFindsADoubleAcceptTest {
    private final Crypto crypto = Crypto.preferred().crypto();
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    @Test
    void ofAReencodedCodeAtAGatewayThatKnowsCodesByTheirBytes() throws Exception {
        Path file = folder.resolve("history.ndjson");
        try (CarelessGateway gateway = new CarelessGateway();
                Gateways gateways = new Gateways(List.of(gateway.node()));
                HistoryWriter writer = HistoryWriter.to(file)) {
            Recorder recorder = new Recorder(writer, System::nanoTime);
            recorder.note(new Line.Start(1, true, List.of(), Map.of(), recorder.now(), 0));
            show(new Teller(gateways, recorder));
        }
        List<Violation> found = Checks.run(HistoryReader.read(file)).violations();
        assertThat(found)
                .filteredOn(one -> one.promise() == Promise.DOUBLE_ACCEPTS)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.ops()).hasSizeGreaterThan(1));
    }

    private void show(Teller teller) throws Exception {
        Mint mint = new Mint(crypto, new Recipient.GatewayKey(7, publicKey()), Clock.systemUTC());
        Terminals terminals = new Terminals(List.of(terminal("t1"), terminal("t2")));
        Crowd crowd = new Crowd(List.of(holder()));
        Memory memory = new Memory();
        FreshDuty fresh = new FreshDuty(teller, crowd, terminals, mint, memory, holder -> true);
        ReplayDuty replay = new ReplayDuty(teller, terminals, mint, memory, Long.MAX_VALUE);
        SplittableRandom die = new SplittableRandom(1);
        for (int i = 0; i < 20; i++) {
            fresh.once(die);
            replay.once(die);
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

    private static Terminal terminal(String name) throws Exception {
        TerminalKey key = new TerminalKey(name, new ECKeyGenerator(Curve.P_256).generate());
        return new Terminal(new Question.From(name, "bank", "account"), key);
    }
}
