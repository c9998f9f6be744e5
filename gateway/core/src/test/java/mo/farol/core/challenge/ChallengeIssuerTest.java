package mo.farol.core.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.EnrolledTerminal;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.ChallengeMinter;
import mo.farol.token.challenge.ChallengeParser;
import mo.farol.token.challenge.ChallengeVerifier;
import mo.farol.token.challenge.TerminalChallenge;
import mo.farol.token.mint.PhoneKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeIssuerTest {
    private static final TerminalIdentity BANK = new TerminalIdentity(11, 1, "bank-1");
    private static final Grant LOAN =
            new Grant(1, new Purpose(24, "bank.loan", CodeType.EID, false, true, false), 8, FieldSet.NONE, null);
    private static final RequestKey REQUEST = new RequestKey(new byte[32], new byte[32]);
    private static final long NOW_MILLIS = 1_795_478_400_999L;

    private final PhoneKey key = PhoneKey.generate(Cryptos.NATIVE, new Random(1));
    private final List<IssuedChallenge> kept = new ArrayList<>();
    private Optional<EnrolledTerminal> enrolled = Optional.of(enrolled("Banco\u202EExemplo", Optional.empty()));
    private TerminalChallenges.Entered answer = new TerminalChallenges.Entered.Kept();
    private boolean uncertain;

    private final ChallengeIssuer issuer = new ChallengeIssuer(
            new ChallengeIssuer.Ports(
                    name -> Future.succeededFuture(enrolled.filter(each -> name.equals("bank-1"))),
                    new OneGrant(),
                    (challenge, request) -> {
                        kept.add(challenge);
                        return Future.succeededFuture(answer);
                    },
                    this::millis),
            new ChallengeMinter(ChallengeKeyId.of(key.publicKey()), key::sign),
            ChallengeLife.standard(),
            new Random(2));

    @Test
    void signsWhoAsksAndWhatForAndUntilWhen() throws Exception {
        Issued.Given given = (Issued.Given) issue("bank.loan");

        IssuedChallenge issued = given.challenge();
        TerminalChallenge says = new ChallengeVerifier(Cryptos.NATIVE)
                .verify(ChallengeParser.parse(issued.text()), key.publicKey())
                .orElseThrow()
                .challenge();
        assertThat(says)
                .isEqualTo(new TerminalChallenge(issued.id(), "Banco Exemplo", "bank.loan", "bank-1", 1_795_478_460L));
        assertThat(issued.expires()).isEqualTo(Instant.ofEpochSecond(1_795_478_460L));
        assertThat(issued.terminal()).isEqualTo(11);
        assertThat(issued.purpose()).isEqualTo(24);
        assertThat(kept).containsExactly(issued);
        assertThat(given.replayed()).isFalse();
    }

    @Test
    void givesEachRequestAnIdOfItsOwn() {
        issue("bank.loan");
        issue("bank.loan");
        assertThat(kept.get(0).id()).isNotEqualTo(kept.get(1).id());
    }

    @Test
    void givesTheSameRequestTheEarlierOne() {
        IssuedChallenge earlier = ((Issued.Given) issue("bank.loan")).challenge();
        answer = new TerminalChallenges.Entered.Before(earlier);
        assertThat(issue("bank.loan")).isEqualTo(new Issued.Given(earlier, true));
        answer = new TerminalChallenges.Entered.KeyReused();
        assertThat(issue("bank.loan")).isEqualTo(new Issued.KeyReused());
    }

    @Test
    void refusesAPurposeThatIsNotGranted() {
        assertThat(issue("bank.account")).isEqualTo(new Issued.NotAllowed(Standing.PURPOSE_NOT_GRANTED));
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesATerminalThatIsSuspendedOrGone() {
        enrolled = Optional.of(enrolled("Banco", Optional.of(Standing.MEANS_SUSPENDED)));
        assertThat(issue("bank.loan")).isEqualTo(new Issued.NotAllowed(Standing.MEANS_SUSPENDED));
        enrolled = Optional.empty();
        assertThat(issue("bank.loan")).isEqualTo(new Issued.Unknown());
        assertThat(kept).isEmpty();
    }

    @Test
    void issuesNothingWhileTheTimeIsUncertain() {
        uncertain = true;
        Future<Issued> issued = issuer.issue(BANK, "bank.loan", REQUEST);
        assertThat(issued.cause()).isInstanceOf(DatabaseTime.UncertainTime.class);
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 9_999, 10_500, 301_000})
    void doesNotLetALifeBeConfiguredOutOfBounds(long millis) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChallengeLife(Duration.ofMillis(millis)));
    }

    private Issued issue(String purpose) {
        Future<Issued> issued = issuer.issue(BANK, purpose, REQUEST);
        assertThat(issued.succeeded()).isTrue();
        return issued.result();
    }

    private long millis() throws DatabaseTime.UncertainTime {
        if (uncertain) {
            throw new DatabaseTime.UncertainTime();
        }
        return NOW_MILLIS;
    }

    private static EnrolledTerminal enrolled(String institution, Optional<Standing> suspended) {
        return new EnrolledTerminal(BANK, institution, "{}", null, suspended);
    }

    private static final class OneGrant implements PolicyCatalogue {
        @Override
        public Future<Optional<Grant>> grant(long institution, String purpose) {
            return Future.succeededFuture(
                    Optional.of(LOAN).filter(grant -> institution == 1 && purpose.equals("bank.loan")));
        }

        @Override
        public void forget(long institution, String purpose) {
            throw new AssertionError("nothing is decided here, so nothing is decided again");
        }
    }
}
