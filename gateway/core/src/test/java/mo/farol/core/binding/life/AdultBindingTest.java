package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.app;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.binding.memory.HandClock;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.token.mint.PhoneKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row M1: an adult binds by their own face check, and nothing less binds. */
class AdultBindingTest {
    private final Life life = new Life();
    private final long anna = life.adult();
    private final PhoneKey key = life.newKey();

    @Test
    void bindsByTheResidentsOwnFace() {
        Challenge challenge = life.challenge(anna, null, key);
        EidEvent bound = given(life.bind(challenge, key, life.face(challenge)));
        assertThat(life.live(anna).status()).isEqualTo(BindingStatus.ACTIVE);
        assertThat(life.live(anna).way()).isEqualTo(BindingWay.FACE);
        assertThat(bound.binding()).isEqualTo(life.live(anna).handle());
        assertThat(bound.keyId()).isEqualTo(challenge.keyId().value());
        assertThat(bound.event().kind()).isEqualTo(EventKind.BOUND);
        assertThat(bound.event().channel()).isEqualTo(Channel.APP);
        assertThat(bound.event().actor()).isEqualTo(new Actor.Resident(anna));
        assertThat(bound.event().detail()).isEqualTo("way=face key_level=trusted_environment");
        assertThat(life.toldOf(NoticeKind.BOUND)).containsExactly(anna);
    }

    @Test
    void tellsThePhoneWhoseFaceToCompare() {
        Challenge challenge = life.challenge(anna, null, key);
        Bindings.FaceCheckSubject subject =
                given(life.bindings.faceCheckSubject(app(anna), life.people.handle(anna), challenge.id()));
        assertThat(subject.person()).isEqualTo(life.people.handle(anna));
        assertThat(subject.number().value()).isEqualTo("1000001(1)");
    }

    @Test
    void refusesAnotherPersonsFace() {
        long ben = life.adult();
        Challenge challenge = life.challenge(anna, null, key);
        FaceCheck check = life.face(challenge, ben, 0.99, 0.99);
        assertNothingBound(life.bind(challenge, key, check), BindingRefusal.ASSERTION_MISMATCH);
        assertThat(life.toldOf(NoticeKind.BINDING_REFUSED)).containsExactly(anna);
    }

    @Test
    void refusesTheFaceOfNobodyKnown() {
        Challenge challenge = life.challenge(anna, null, key);
        FaceCheck check = life.face(challenge, 0, 0.99, 0.99);
        assertNothingBound(life.bind(challenge, key, check), BindingRefusal.ASSERTION_MISMATCH);
    }

    @Test
    void refusesAFaceCheckForAnotherChallenge() {
        Challenge first = life.challenge(anna, null, key);
        Challenge second = life.challenge(anna, null, key);
        assertNothingBound(life.bind(second, key, life.face(first)), BindingRefusal.ASSERTION_MISMATCH);
    }

    @Test
    void refusesAFaceCheckForAnotherPurpose() {
        Challenge challenge = life.challenge(anna, null, key);
        FaceCheck check = new FaceCheck(
                anna,
                challenge.id(),
                "login",
                1,
                1,
                life.newAssertion(),
                life.clock.instant().plusSeconds(60));
        assertNothingBound(life.bind(challenge, key, check), BindingRefusal.ASSERTION_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"0.89, 0.99", "0.99, 0.89", "NaN, 0.99", "0.99, NaN", "-1, -1"})
    void refusesAFaceBelowAThreshold(double liveness, double likeness) {
        Challenge challenge = life.challenge(anna, null, key);
        FaceCheck check = life.face(challenge, anna, liveness, likeness);
        assertNothingBound(life.bind(challenge, key, check), BindingRefusal.FACE_NOT_MATCHED);
    }

    @Test
    void acceptsAFaceAtTheThresholds() {
        Challenge challenge = life.challenge(anna, null, key);
        given(life.bind(challenge, key, life.face(challenge, anna, 0.9, 0.9)));
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void letsAFailedFaceTryAgainWithTheSameChallenge() {
        Challenge challenge = life.challenge(anna, null, key);
        life.bind(challenge, key, life.face(challenge, anna, 0.99, 0.1));
        given(life.bind(challenge, key, life.face(challenge)));
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void refusesAnExpiredFaceCheck() {
        Challenge challenge = life.challenge(anna, null, key);
        FaceCheck check = life.face(challenge);
        life.clock.pass(Duration.ofMinutes(3));
        assertNothingBound(life.bind(challenge, key, check), BindingRefusal.ASSERTION_INVALID);
    }

    @Test
    void refusesAFaceCheckThatWasUsed() {
        Challenge first = life.challenge(anna, null, key);
        FaceCheck check = life.face(first);
        given(life.bind(first, key, check));
        PhoneKey other = life.newKey();
        Challenge second = life.challenge(anna, null, other);
        FaceCheck again = new FaceCheck(anna, second.id(), "bind", 1, 1, check.id(), check.expires());
        assertThat(life.refused(life.bind(second, other, again))).isEqualTo(BindingRefusal.ASSERTION_USED);
        assertThat(life.live(anna).boundAt()).isEqualTo(life.clock.instant());
        assertThat(life.people.eid(anna).bindings()).hasSize(1);
    }

    @Test
    void refusesAChallengeThatWasUsed() {
        Challenge challenge = life.challenge(anna, null, key);
        given(life.bind(challenge, key, life.face(challenge)));
        assertThat(life.refused(life.bind(challenge, key, life.face(challenge))))
                .isEqualTo(BindingRefusal.CHALLENGE_USED);
        assertThat(life.people.eid(anna).bindings()).hasSize(1);
    }

    @Test
    void refusesAnExpiredChallenge() {
        Challenge challenge = life.challenge(anna, null, key);
        life.clock.pass(Duration.ofMinutes(5));
        assertNothingBound(life.bind(challenge, key, life.face(challenge)), BindingRefusal.CHALLENGE_EXPIRED);
    }

    @Test
    void refusesAChallengeOfAnotherSession() {
        Challenge challenge = life.challenge(anna, null, key);
        Caller elsewhere = new Caller(anna, Life.session(99), Channel.APP, true);
        Answer<EidEvent> answer = life.bind(
                elsewhere, challenge, new Bindings.FaceProof(life.signed(challenge, key), life.face(challenge)));
        assertNothingBound(answer, BindingRefusal.CHALLENGE_UNKNOWN);
        assertThat(life.refused(
                        done(life.bindings.faceCheckSubject(elsewhere, life.people.handle(anna), challenge.id()))))
                .isEqualTo(BindingRefusal.CHALLENGE_UNKNOWN);
    }

    @Test
    void refusesAChallengeThatNobodyMade() {
        Challenge challenge = life.challenge(anna, null, key);
        life.challenges.forget(challenge.id());
        assertNothingBound(life.bind(challenge, key, life.face(challenge)), BindingRefusal.CHALLENGE_UNKNOWN);
    }

    @Test
    void refusesAnotherKeysSignature() {
        Challenge challenge = life.challenge(anna, null, key);
        assertNothingBound(life.bind(challenge, life.newKey(), life.face(challenge)), BindingRefusal.SIGNATURE_INVALID);
    }

    @Test
    void refusesASignatureThatIsNone() {
        Challenge challenge = life.challenge(anna, null, key);
        for (int length : List.of(0, 63, 64, 65, 72)) {
            Bindings.PhoneProof proof = new Bindings.PhoneProof(challenge.id(), new byte[length], KeyLevel.STRONG_BOX);
            Answer<EidEvent> answer =
                    life.bind(app(anna), challenge, new Bindings.FaceProof(proof, life.face(challenge)));
            assertNothingBound(answer, BindingRefusal.SIGNATURE_INVALID);
        }
    }

    @Test
    void refusesAKeyThatAnyBindingEverHad() {
        long ben = life.adult();
        Challenge challenge = life.challenge(anna, null, key);
        given(life.bind(challenge, key, life.face(challenge)));
        Challenge again = life.challenge(ben, null, key);
        assertThat(life.refused(life.bind(again, key, life.face(again)))).isEqualTo(BindingRefusal.KEY_ALREADY_USED);
        assertThat(life.isBound(ben)).isFalse();
    }

    @Test
    void refusesAKeyThatLivesBelowTheLeastLevel() {
        BindingPolicy strict = withLeastLevel(KeyLevel.STRONG_BOX);
        Life careful = new Life(strict, 1);
        long carla = careful.adult();
        assertThat(careful.refused(careful.bind(carla, null))).isEqualTo(BindingRefusal.KEY_LEVEL_TOO_LOW);
        assertThat(careful.isBound(carla)).isFalse();
    }

    @Test
    void askForAStrongFreshSignInBeforeAnythingIsLookedUp() {
        long ben = life.adult();
        Caller weak = Life.ordinary(ben);
        Challenge challenge = life.challenge(anna, null, key);
        Bindings.PhoneProof proof = life.signed(challenge, key);
        var eid = life.people.handle(anna);
        assertThat(List.of(
                        done(life.bindings.challenge(weak, eid, key.publicKey(), Life.PHONE, null)),
                        done(life.bindings.bind(
                                weak, eid, new Bindings.FaceProof(proof, life.face(challenge)), life.request())),
                        done(life.bindings.kioskNumber(weak, eid, proof, life.request()))))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.StepUpNeeded.class));
    }

    @Test
    void findsNothingOfSomebodyElses() {
        long ben = life.adult();
        Challenge challenge = life.challenge(anna, null, key);
        Bindings.PhoneProof proof = life.signed(challenge, key);
        var eid = life.people.handle(anna);
        assertThat(List.of(
                        done(life.bindings.challenge(app(ben), eid, key.publicKey(), Life.PHONE, null)),
                        done(life.bindings.faceCheckSubject(app(ben), eid, challenge.id())),
                        done(life.bindings.bind(
                                app(ben), eid, new Bindings.FaceProof(proof, life.face(challenge)), life.request())),
                        done(life.bindings.kioskNumber(app(ben), eid, proof, life.request())),
                        done(life.bindings.kioskNumberState(app(ben), eid, challenge.id()))))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.NotFound.class));
        assertThat(life.ledger.events()).isEmpty();
    }

    @Test
    void refusesWithACancelledCardAtTheChallengeAndAtTheBinding() {
        Challenge challenge = life.challenge(anna, null, key);
        life.people.card(anna, card -> new HeldCard(CardStatus.CANCELLED, card.expires(), 1, false));
        assertNothingBound(life.bind(challenge, key, life.face(challenge)), BindingRefusal.CARD_NOT_IN_FORCE);
        assertThat(life.refused(done(life.bindings.challenge(
                        app(anna), life.people.handle(anna), key.publicKey(), Life.PHONE, null))))
                .isEqualTo(BindingRefusal.CARD_NOT_IN_FORCE);
    }

    @Test
    void refusesForTheDead() {
        Challenge challenge = life.challenge(anna, null, key);
        life.people.card(anna, card -> new HeldCard(CardStatus.CANCELLED, card.expires(), 1, true));
        assertNothingBound(life.bind(challenge, key, life.face(challenge)), BindingRefusal.PERSON_DECEASED);
    }

    @ParameterizedTest
    @CsvSource({"IN_FORCE, 2020-01-01", "REPORTED_LOST, 2033-01-01", "REPORTED_FOUND, 2033-01-01", "IN_FORCE,"})
    void bindsWithAnExpiredALostAFoundAndAnIndefiniteCard(CardStatus status, @Nullable LocalDate expires) {
        life.people.card(anna, card -> new HeldCard(status, expires, 1, false));
        given(life.bind(anna, null));
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void givesTheSameRequestTheSameAnswerEvenAfterTheOutcomeWasLost() {
        Challenge challenge = life.challenge(anna, null, key);
        Bindings.FaceProof proof = new Bindings.FaceProof(life.signed(challenge, key), life.face(challenge));
        var request = life.request();
        life.ledger.loseNextAnswer();
        assertThat(life.bindings
                        .bind(app(anna), life.people.handle(anna), proof, request)
                        .cause())
                .isInstanceOf(ArbiterUnreachable.class);
        Answer<EidEvent> again = done(life.bindings.bind(app(anna), life.people.handle(anna), proof, request));
        assertThat(again).isEqualTo(new Answer.Given<>(life.lastEvent(), true));
        assertThat(life.people.eid(anna).bindings()).hasSize(1);
    }

    @Test
    void saysThatAKeyWasUsedForAnotherRequest() {
        Challenge challenge = life.challenge(anna, null, key);
        Bindings.FaceProof proof = new Bindings.FaceProof(life.signed(challenge, key), life.face(challenge));
        var request = life.request();
        given(life.bindings.bind(app(anna), life.people.handle(anna), proof, request));
        var other = new RequestKey(request.scope(), Life.session(2));
        assertThat(done(life.bindings.bind(app(anna), life.people.handle(anna), proof, other)))
                .isInstanceOf(Answer.KeyReused.class);
    }

    @Test
    void makesNoChallengeOnANodeThatCannotTellTheTime() {
        Bindings lost = new EidLife(life.ports(HandClock.uncertain()), life.policy);
        assertThat(lost.challenge(app(anna), life.people.handle(anna), key.publicKey(), Life.PHONE, null)
                        .cause())
                .isInstanceOf(ArbiterUnreachable.class);
    }

    @Test
    void noChallengeIsLikeAnother() {
        Challenge first = life.challenge(anna, null, key);
        Challenge second = life.challenge(anna, null, key);
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.id().version()).isEqualTo(4);
        assertThat(first.nonce()).isNotEqualTo(second.nonce());
        assertThat(first.keyId()).isNotEqualTo(second.keyId());
        assertThat(first.expires()).isEqualTo(life.clock.instant().plus(Duration.ofMinutes(5)));
    }

    private void assertNothingBound(Answer<EidEvent> answer, BindingRefusal why) {
        assertThat(life.refused(answer)).isEqualTo(why);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.BOUND);
        assertThat(life.isBound(anna)).isFalse();
        assertThat(life.toldOf(NoticeKind.BOUND)).isEmpty();
    }

    private static BindingPolicy withLeastLevel(KeyLevel level) {
        BindingPolicy usual = BindingPolicy.DEFAULTS;
        return new BindingPolicy(
                usual.challengeLife(),
                usual.kioskNumberLife(),
                usual.kioskTries(),
                usual.leastLiveness(),
                usual.leastLikeness(),
                usual.assertionAge(),
                level,
                usual.atEighteen(),
                usual.noticeDays());
    }
}
