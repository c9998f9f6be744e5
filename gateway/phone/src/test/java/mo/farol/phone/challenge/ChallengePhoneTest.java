package mo.farol.phone.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.ChallengeKeys;
import mo.farol.phone.code.CodeKeys;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.Phone;
import mo.farol.phone.code.TimeAnchor;
import mo.farol.token.CodeOpener;
import mo.farol.token.CodeParser;
import mo.farol.token.CodeType;
import mo.farol.token.Deployment;
import mo.farol.token.GenuineCode;
import mo.farol.token.Nonce;
import mo.farol.token.SignatureVerifier;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.ChallengeMinter;
import mo.farol.token.challenge.TerminalChallenge;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.Test;

class ChallengePhoneTest {
    private static final Instant NOW = Instant.ofEpochSecond(Deployment.NOW);
    private static final TerminalChallenge ASKED =
            new TerminalChallenge(Nonce.of(new byte[16]), "Banco Exemplo", "bank.loan", "bank-1", Deployment.NOW + 60);

    private final Deployment gateway = new Deployment(Crypto.preferred().crypto(), 7);
    private final PhoneKey gatewayKey = PhoneKey.generate(gateway.crypto, gateway.random);
    private final PhoneKey strangersKey = PhoneKey.generate(gateway.crypto, gateway.random);
    private final BoundEid eid = new BoundEid(gateway.keyId, gateway.phone);
    private final List<TerminalChallenge> pages = new ArrayList<>();
    private long nanos;
    private final TimeAnchor time = new TimeAnchor(Clock.fixed(NOW.minusSeconds(7200), ZoneOffset.UTC), () -> nanos);
    private final ChallengePhone phone = phone();

    private ChallengePhone phone() {
        time.observe(NOW);
        ChallengeKeys keys =
                new ChallengeKeys(Map.of(ChallengeKeyId.of(gatewayKey.publicKey()), gatewayKey.publicKey()));
        Phone plain = new Phone(
                gateway.minter,
                new CodeKeys(Map.of(CodeType.EID, (Recipient.GatewayKey) gateway.gatewayKey(CodeType.EID)), keys),
                new CountersInMemory(),
                time.clock());
        return new ChallengePhone(plain, new ChallengeReader(keys, gateway.crypto, time.clock()));
    }

    @Test
    void showsWhoAsksAndAnswersAfterATapWithACodeForThatChallengeOnly() throws Exception {
        ChallengeAnswer answer = answer(shown(gatewayKey, gatewayKey), true);

        assertThat(pages).containsExactly(ASKED);
        assertThat(answer).isInstanceOfSatisfying(ChallengeAnswer.Code.class, code -> {
            assertThat(code.text()).hasSize(289);
            assertThat(genuine(code.text()).claims().nonce()).isEqualTo(ASKED.id());
            assertThat(code.toString()).doesNotContain("EID1:");
        });
    }

    @Test
    void makesNoCodeWithoutATap() throws Exception {
        assertThat(answer(shown(gatewayKey, gatewayKey), false)).isEqualTo(new ChallengeAnswer.Declined());
        assertThat(pages).hasSize(1);
    }

    @Test
    void goesByTheGatewaysTimeAndNotByAClockThatIsTwoHoursBehind() throws Exception {
        pass(Duration.ofSeconds(60));
        assertThat(answer(shown(gatewayKey, gatewayKey), true)).isInstanceOf(ChallengeAnswer.Code.class);
        pass(Duration.ofSeconds(1));
        refused(answer(shown(gatewayKey, gatewayKey), true), new ScannedChallenge.Expired(Duration.ofSeconds(1)));
        assertThat(pages).hasSize(1);
    }

    @Test
    void makesNoCodeWhenTheChallengeRanOutBeforeTheTap() throws Exception {
        ChallengeAnswer answer = phone.answer(eid, CodeType.EID, shown(gatewayKey, gatewayKey), challenge -> {
            pass(Duration.ofSeconds(90));
            return true;
        });
        refused(answer, new ScannedChallenge.Expired(Duration.ofSeconds(30)));
    }

    @Test
    void showsNothingThatAStrangerSigned() throws Exception {
        ChallengeKeyId stranger = ChallengeKeyId.of(strangersKey.publicKey());
        refused(answer(shown(strangersKey, strangersKey), true), new ScannedChallenge.UnknownKey(stranger));
        refused(answer(shown(gatewayKey, strangersKey), true), new ScannedChallenge.BadlySigned());
        assertThat(pages).isEmpty();
    }

    @Test
    void showsNothingThatIsNoChallenge() throws Exception {
        String good = shown(gatewayKey, gatewayKey);
        String code = gateway.mint(CodeType.EID, gateway.gatewayKey(CodeType.EID));
        for (String text :
                List.of("", "https://example.org", code, good + "0", good.toLowerCase(java.util.Locale.ROOT))) {
            refused(answer(text, true), new ScannedChallenge.NotAChallenge());
        }
        assertThat(pages).isEmpty();
    }

    private ChallengeAnswer answer(String scanned, boolean tap) throws InterruptedException {
        return phone.answer(eid, CodeType.EID, scanned, challenge -> {
            pages.add(challenge);
            return tap;
        });
    }

    private static void refused(ChallengeAnswer answer, ScannedChallenge.Refused why) {
        assertThat(answer).isEqualTo(new ChallengeAnswer.NotAnswered(why));
    }

    private static String shown(PhoneKey named, PhoneKey signer) {
        return new ChallengeMinter(ChallengeKeyId.of(named.publicKey()), signer::sign).mint(ASKED);
    }

    private GenuineCode genuine(String text) {
        try {
            return new SignatureVerifier(gateway.crypto)
                    .verify(
                            new CodeOpener(gateway.crypto).open(CodeParser.parse(text), gateway.ring),
                            Optional.of(gateway.phone.publicKey()))
                    .orElseThrow();
        } catch (mo.farol.token.NotReadable e) {
            throw new AssertionError(e);
        }
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }
}
