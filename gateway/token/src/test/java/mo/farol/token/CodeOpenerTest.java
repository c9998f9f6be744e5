package mo.farol.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeOpenerTest {
    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void usesTheRingItIsGivenEachTime(Crypto crypto) throws Exception {
        Deployment here = new Deployment(crypto, 1);
        Deployment elsewhere = new Deployment(crypto, 2);
        CodeOpener opener = new CodeOpener(crypto);
        ParsedCode code = CodeParser.parse(here.mint(CodeType.EID, here.gatewayKey(0x10)));
        for (int i = 0; i < 3; i++) {
            assertThat(opener.open(code, here.ring).type()).isEqualTo(CodeType.EID);
            assertThatExceptionOfType(NotReadable.class).isThrownBy(() -> opener.open(code, elsewhere.ring));
        }
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void acceptsCodesForTheNextKeyAlready(Crypto crypto) throws Exception {
        Deployment here = new Deployment(crypto, 1);
        ParsedCode code = CodeParser.parse(here.mint(CodeType.EID, here.gatewayKey(0x11)));
        assertThat(new CodeOpener(crypto).open(code, here.ring).keyRetired()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void saysWhenTheKeyIsRetired(Crypto crypto) throws Exception {
        Deployment here = new Deployment(crypto, 1);
        ParsedCode code = CodeParser.parse(here.mint(CodeType.EID, here.gatewayKey(0x12)));
        assertThat(new CodeOpener(crypto).open(code, here.ring).keyRetired()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void printsNeitherIdNorClaims(Crypto crypto) throws Exception {
        Deployment here = new Deployment(crypto, 1);
        ParsedCode code = CodeParser.parse(here.mint(CodeType.EID, here.gatewayKey(0x10)));
        assertThat(new CodeOpener(crypto).open(code, here.ring)).hasToString("OpenedCode[eid, HPKE, redacted]");
        assertThat(here.phone).hasToString("PhoneKey[redacted]");
        assertThat(here.ticket(CodeType.EID)).hasToString("Ticket[redacted]");
    }
}
