package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NotProvenGenuineTest {
    private static final Rig RIG = new Rig();

    static Stream<Named<String>> texts() {
        String code = RIG.code();
        Recipient gateway = RIG.phone.gatewayKey(CodeType.EID);
        Recipient otherGateway = new Deployment(Cryptos.NATIVE, 5).gatewayKey(CodeType.EID);
        PhoneKey stranger = PhoneKey.generate(Cryptos.NATIVE, RIG.phone.random);
        Map<String, String> texts = new TreeMap<>();
        texts.put("nothing", "");
        texts.put("another country's certificate", "HC1:6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE");
        texts.put("truncated", code.substring(0, code.length() - 2));
        texts.put("too long", code + "0".repeat(600));
        texts.put("lower case", code.toLowerCase(Locale.ROOT));
        texts.put("trailing bytes", code + "00");
        texts.put("one character changed", changed(code));
        texts.put("for another deployment", mint(otherGateway, RIG.phone.phone, RIG.phone.keyId));
        texts.put("for a retired key", mint(RIG.phone.gatewayKey(0x12), RIG.phone.phone, RIG.phone.keyId));
        texts.put("of an unknown binding", mint(gateway, RIG.phone.phone, new BindingKeyId(1)));
        texts.put("signed by another phone", mint(gateway, stranger, RIG.phone.keyId));
        return texts.entrySet().stream().map(text -> Named.of(text.getKey(), text.getValue()));
    }

    private static String mint(Recipient to, PhoneKey key, BindingKeyId id) {
        return RIG.phone.minter.mint(CodeType.EID, key, id, to, RIG.time.seconds(), 1);
    }

    private static String changed(String code) {
        int at = code.length() - 10;
        char other = code.charAt(at) == 'A' ? 'B' : 'A';
        return code.substring(0, at) + other + code.substring(at + 1);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void getsTheOneAnswerAndNoRecord(String text) {
        Outcome outcome = RIG.verify(ask(BANK, "k" + text.hashCode(), text, ACCOUNT));

        assertThat(outcome).isEqualTo(new Outcome.NotRecognised());
        assertThat(RIG.log.lines).isEmpty();
        assertThat(RIG.arbiter.asked).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "for a retired key, true",
        "for a retired key, false",
        "of an unknown binding, false",
        "signed by another phone, true",
        "signed by another phone, false"
    })
    void costsOneLookUpThatIsNotGivenBackWhateverIsWrong(String wrong, boolean cached) {
        FakePublicKeys keys = RIG.publicKeys;
        keys.cached.clear();
        if (cached) {
            keys.cached.add(RIG.phone.keyId);
        }
        int lookUps = keys.lookUps;
        int givenBack = keys.givenBack;
        String text = texts().filter(each -> each.getName().equals(wrong))
                .findFirst()
                .orElseThrow()
                .getPayload();

        RIG.verify(ask(BANK, "look-up " + wrong + cached, text, ACCOUNT));

        assertThat(keys.lookUps - lookUps).isEqualTo(1);
        assertThat(keys.givenBack).isEqualTo(givenBack);
    }

    @Test
    void isToldToWaitWhateverIsWrongWhenTheBudgetIsSpent() {
        FakePublicKeys keys = RIG.publicKeys;
        keys.cached.add(RIG.phone.keyId);
        keys.spent = true;
        try {
            assertThat(texts().filter(each -> Set.of(
                                            "for a retired key", "of an unknown binding", "signed by another phone")
                                    .contains(each.getName()))
                            .map(text -> RIG.verify(ask(BANK, "spent " + text.getName(), text.getPayload(), ACCOUNT))))
                    .hasSize(3)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.TooMany.class));
        } finally {
            keys.spent = false;
            keys.cached.clear();
        }
    }

    @Test
    void stopsNoGenuineCodeOfAPhoneThatTheGatewayKnows() {
        Rig rig = new Rig();
        rig.publicKeys.cached.add(rig.phone.keyId);
        rig.publicKeys.spent = true;

        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isInstanceOf(Outcome.Verified.class);
    }
}
