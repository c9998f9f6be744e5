package mo.farol.token.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.Cryptos;
import mo.farol.token.Nonce;
import mo.farol.token.NotReadable;
import mo.farol.token.base45.Base45;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.ChallengeMinter;
import mo.farol.token.challenge.ChallengeParser;
import mo.farol.token.challenge.ChallengeVerifier;
import mo.farol.token.challenge.ParsedChallenge;
import mo.farol.token.challenge.TerminalChallenge;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.qr.QrPicture;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored challenges mean what they meant when they were written, with both implementations. */
class ChallengeVectorsTest {
    private static final ChallengeVectorFile STORED = ChallengeVectorFile.stored();
    private static final BindingPublicKey KEY =
            BindingPublicKey.of(VectorFile.hex(STORED.key().point()));

    static Stream<Arguments> genuine() {
        return eachWith(STORED.genuine().stream());
    }

    static Stream<Arguments> hostile() {
        return eachWith(STORED.hostile().stream());
    }

    private static Stream<Arguments> eachWith(Stream<ChallengeVector> vectors) {
        return vectors.flatMap(vector ->
                Cryptos.both().map(crypto -> Arguments.of(Named.of(vector.name(), vector), crypto)));
    }

    @Test
    void regeneratingChangesNothing() {
        assertThat(ChallengeVectors.make().toJson()).isEqualTo(STORED.toJson());
    }

    @Test
    void namesAreUnique() {
        Set<String> names = new HashSet<>();
        assertThat(Stream.concat(STORED.genuine().stream(), STORED.hostile().stream()))
                .hasSizeGreaterThan(45)
                .allMatch(vector -> names.add(vector.name()));
    }

    @ParameterizedTest
    @MethodSource("genuine")
    void aGenuineChallengeSaysWhatItSaid(ChallengeVector vector, Crypto crypto) throws Exception {
        ChallengeVector.Stages stages = Objects.requireNonNull(vector.stages());
        Sign1 signed = Sign1.decode(Base45.decode(vector.text(), 6));
        assertThat(signed.encode()).isEqualTo(VectorFile.hex(stages.sign1()));
        assertThat(signed.payload()).isEqualTo(VectorFile.hex(stages.claims()));
        assertThat(signed.toBeSigned(VectorFile.hex(stages.externalAad())))
                .isEqualTo(VectorFile.hex(stages.toBeSigned()));
        TerminalChallenge said = verified(vector.text(), crypto);
        assertThat(said.id().bytes()).isEqualTo(VectorFile.hex(stages.id()));
        assertThat(said.institution()).isEqualTo(stages.institution());
        assertThat(said.purpose()).isEqualTo(stages.purpose());
        assertThat(said.terminal()).isEqualTo(stages.terminal());
        assertThat(said.expires()).isEqualTo(stages.expires());
        assertThat(ChallengeCodec.encode(said)).isEqualTo(signed.payload());
        assertThat(QrPicture.version(vector.text())).isEqualTo(stages.qrVersion());
        assertThat(QrPicture.read(QrPicture.image(vector.text(), 600))).contains(vector.text());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileTextIsRefusedWhereItSays(ChallengeVector vector, Crypto crypto) {
        assertThat(refusal(vector.text(), crypto)).isEqualTo(vector.reason());
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void aFreshChallengeVerifiesWithItsKeyOnly(Crypto crypto) throws Exception {
        PhoneKey key = PhoneKey.of(crypto, VectorFile.hex(STORED.key().scalar()));
        TerminalChallenge says = new TerminalChallenge(
                Nonce.of(new byte[Nonce.LENGTH]), "Banco Exemplo", "bank.loan", "bank-1", 1_795_478_460L);
        String text = new ChallengeMinter(ChallengeKeyId.of(key.publicKey()), key::sign).mint(says);
        assertThat(verified(text, crypto)).isEqualTo(says);
        ParsedChallenge parsed = ChallengeParser.parse(text);
        assertThat(parsed.keyId())
                .isEqualTo(ChallengeKeyId.of(KEY))
                .hasToString(STORED.key().keyId());
        BindingPublicKey other = PhoneKey.generate(crypto, new Random(3)).publicKey();
        assertThat(new ChallengeVerifier(crypto).verify(parsed, other)).isEmpty();
    }

    private static TerminalChallenge verified(String text, Crypto crypto) throws NotReadable {
        return new ChallengeVerifier(crypto)
                .verify(ChallengeParser.parse(text), KEY)
                .orElseThrow()
                .challenge();
    }

    private static String refusal(String text, Crypto crypto) {
        try {
            return new ChallengeVerifier(crypto)
                    .verify(ChallengeParser.parse(text), KEY)
                    .map(genuine -> "ACCEPTED")
                    .orElse(HostileVectors.NOT_GENUINE);
        } catch (NotReadable e) {
            return e.reason().name();
        }
    }
}
