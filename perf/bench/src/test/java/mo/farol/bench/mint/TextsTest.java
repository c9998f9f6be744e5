package mo.farol.bench.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mo.farol.token.CodeParser;
import mo.farol.token.CodeType;
import mo.farol.token.NotReadable;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Crypto crypto = Crypto.preferred().crypto();
    private final KeyChain chain = new KeyChain(crypto, new SecureRandom());
    private final Texts texts = new Texts(
            crypto, Phones.inTurn(List.of(chain.phone(0))), CodeType.EID, TextsTest::ticket, new RisingCounter());

    private static Recipient ticket() {
        return new Recipient.Ticket(
                TicketEpoch.of(CodeType.EID, LocalDate.of(2026, 11, 25)), new byte[16], new byte[16]);
    }

    @Test
    void parseUnlessTheyAreMeantNotTo() {
        Texts.Pair pair = texts.pair(1_700_000_000);
        assertThat(pair.first()).isNotEqualTo(pair.second());
        for (String text : List.of(pair.first(), pair.second(), texts.fresh(1_700_000_000), texts.unopenable())) {
            assertThatCode(() -> CodeParser.parse(text)).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> CodeParser.parse(texts.unparsable())).isInstanceOf(NotReadable.class);
    }

    @Test
    void haveASecondFormThatVerifiesToo() {
        PhoneKey key = chain.phone(0).key();
        byte[] header = Sign1.header(chain.phone(0).id());
        byte[] payload = {1};
        byte[] external = {2};
        byte[] signed = Sign1.toBeSigned(header, external, payload);
        Sign1 first = new Sign1(header, payload, key.sign(signed));
        byte[] other = SecondForm.of(first).signature();
        assertThat(Arrays.equals(other, first.signature())).isFalse();
        assertThat(crypto.verify(key.publicKey(), signed, other)).isTrue();
    }
}
