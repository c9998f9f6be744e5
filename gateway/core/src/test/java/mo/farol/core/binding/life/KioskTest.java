package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.app;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.NoticeKind;
import mo.farol.token.mint.PhoneKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row M3: who may not, or cannot, show a face binds with card and fingerprint at a kiosk. */
class KioskTest {
    private final Life life = new Life();
    private final long anna = life.adult();
    private final PhoneKey key = life.newKey();

    @Test
    void aTwinBindsWithCardAndFinger() {
        long twin = life.twin();
        Bindings.ShownNumber shown = life.number(twin, null);
        EidEvent bound = given(life.atKiosk(shown.number(), life.card(twin, true)));
        assertThat(life.live(twin).way()).isEqualTo(BindingWay.KIOSK);
        assertThat(bound.event().channel()).isEqualTo(Channel.KIOSK);
        assertThat(bound.event().actor()).isEqualTo(new Actor.Kiosk(Life.KIOSK.terminal()));
        assertThat(life.toldOf(NoticeKind.BOUND)).containsExactly(twin);
    }

    @Test
    void aTwinsFaceBindsNothing() {
        long twin = life.twin();
        Bindings.NewChallenge asked =
                given(life.bindings.challenge(app(twin), life.people.handle(twin), key.publicKey(), Life.PHONE, null));
        assertThat(asked.faceAllowed()).isFalse();
        assertThat(life.refused(done(life.bindings.faceCheckSubject(
                        app(twin), life.people.handle(twin), asked.challenge().id()))))
                .isEqualTo(BindingRefusal.KIOSK_REQUIRED);
        assertThat(life.refused(life.bind(asked.challenge(), key, life.face(asked.challenge()))))
                .isEqualTo(BindingRefusal.KIOSK_REQUIRED);
        assertThat(life.isBound(twin)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void onlyTheParentsBirthDecidesWhetherTheKioskIsRequired(boolean parentIsTwin, boolean childIsTwin) {
        long parent = parentIsTwin ? life.twin() : life.adult();
        long child = life.minor(life.clock.today().minusYears(8), childIsTwin, parent);
        Challenge challenge = life.challenge(child, parent, key);
        Answer<EidEvent> byFace = life.bind(challenge, key, life.face(challenge));
        if (!parentIsTwin) {
            given(byFace);
            assertThat(life.live(child).way()).isEqualTo(BindingWay.GUARDIAN_FACE);
            return;
        }
        assertThat(life.refused(byFace)).isEqualTo(BindingRefusal.KIOSK_REQUIRED);
        String number = life.number(challenge, key).number();
        given(life.atKiosk(number, life.card(parent, true)));
        assertThat(life.live(child).way()).isEqualTo(BindingWay.GUARDIAN_KIOSK);
        assertThat(life.live(child).actor()).isEqualTo(parent);
        assertThat(life.toldOf(NoticeKind.BOUND)).containsExactly(child, parent);
    }

    @Test
    void aFailedFaceMayGoToTheKioskWithTheSameChallenge() {
        Challenge challenge = life.challenge(anna, null, key);
        life.refused(life.bind(challenge, key, life.face(challenge, anna, 0.2, 0.2)));
        given(life.atKiosk(life.number(challenge, key).number(), life.card(anna, true)));
        assertThat(life.live(anna).way()).isEqualTo(BindingWay.KIOSK);
    }

    @Test
    void anotherPersonsCardDoesNotFitTheNumber() {
        long ben = life.adult();
        String number = life.number(anna, null).number();
        assertThat(life.refused(life.atKiosk(number, life.card(ben, true))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_UNKNOWN);
        assertThat(life.lastEvent().resident()).isEqualTo(ben);
        assertThat(life.isBound(anna)).isFalse();
    }

    @Test
    void theChildsCardDoesNotDoForTheParents() {
        long child = life.minor(anna);
        String number = life.number(child, anna).number();
        assertThat(life.refused(life.atKiosk(number, life.card(child, true))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_UNKNOWN);
        assertThat(life.isBound(child)).isFalse();
    }

    @Test
    void aCardOfNobodyIsRefusedWithoutARecord() {
        Answer<EidEvent> answer = life.atKiosk(life.number(anna, null).number(), life.card(0, true));
        assertThat(answer)
                .isEqualTo(new Answer.Refused<>(BindingRefusal.KIOSK_NUMBER_UNKNOWN, Optional.empty(), false));
    }

    @Test
    void anotherFingerBindsNothingAndIsOnRecord() {
        String number = life.number(anna, null).number();
        assertThat(life.refused(life.atKiosk(number, life.card(anna, false))))
                .isEqualTo(BindingRefusal.FINGERPRINT_NOT_MATCHED);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.BOUND);
        assertThat(life.toldOf(NoticeKind.BINDING_REFUSED)).containsExactly(anna);
        assertThat(life.isBound(anna)).isFalse();
        given(life.atKiosk(number, life.card(anna, true)));
    }

    @Test
    void fiveWrongNumbersLockWhatWaitsForThatCard() {
        String number = life.number(anna, null).number();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(life.refused(life.atKiosk("00000000", life.card(anna, true))))
                    .isEqualTo(BindingRefusal.KIOSK_NUMBER_UNKNOWN);
        }
        assertThat(life.refused(life.atKiosk(number, life.card(anna, true))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_LOCKED);
        assertThat(life.isBound(anna)).isFalse();
    }

    @Test
    void fourWrongNumbersDoNot() {
        String number = life.number(anna, null).number();
        for (int tries = 0; tries < 4; tries++) {
            life.atKiosk("00000000", life.card(anna, true));
        }
        given(life.atKiosk(number, life.card(anna, true)));
    }

    @Test
    void aWrongNumberAskedAgainCountsOnce() {
        Challenge challenge = life.challenge(anna, null, key);
        life.number(challenge, key);
        KioskCheck check = life.card(anna, true);
        var request = life.request();
        for (int times = 0; times < 7; times++) {
            done(life.bindings.bindAtKiosk(Life.KIOSK, "00000000", check, request));
        }
        assertThat(given(life.bindings.kioskNumberState(app(anna), life.people.handle(anna), challenge.id()))
                        .wrongTries())
                .isEqualTo(1);
    }

    @Test
    void aNumberExpires() {
        String number = life.number(anna, null).number();
        life.clock.pass(life.policy.kioskNumberLife());
        assertThat(life.refused(life.atKiosk(number, life.card(anna, true))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_EXPIRED);
    }

    @Test
    void aNumberOutlivesItsChallenge() {
        String number = life.number(anna, null).number();
        life.clock.pass(life.policy.kioskNumberLife().minusSeconds(1));
        given(life.atKiosk(number, life.card(anna, true)));
    }

    @Test
    void aNumberBindsOnce() {
        Challenge challenge = life.challenge(anna, null, key);
        String number = life.number(challenge, key).number();
        given(life.atKiosk(number, life.card(anna, true)));
        assertThat(life.refused(life.atKiosk(number, life.card(anna, true))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_USED);
        assertThat(given(life.bindings.kioskNumberState(app(anna), life.people.handle(anna), challenge.id()))
                        .used())
                .isTrue();
        assertThat(life.people.eid(anna).bindings()).hasSize(1);
    }

    @Test
    void aChallengeThatBoundByFaceDoesNotBindAtTheKioskToo() {
        Challenge challenge = life.challenge(anna, null, key);
        String number = life.number(challenge, key).number();
        given(life.bind(challenge, key, life.face(challenge)));
        given(life.bindings.unbind(app(anna), life.live(anna).handle(), null, life.request()));
        assertThat(life.refused(life.atKiosk(number, life.card(anna, true))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_USED);
        assertThat(life.isBound(anna)).isFalse();
    }

    @Test
    void aKioskAssertionBindsOnce() {
        KioskCheck check = life.card(anna, true);
        given(life.atKiosk(life.number(anna, null).number(), check));
        assertThat(life.refused(life.atKiosk(life.number(anna, null).number(), check)))
                .isEqualTo(BindingRefusal.ASSERTION_USED);
        assertThat(life.people.eid(anna).bindings()).hasSize(1);
    }

    @Test
    void aLaterNumberEndsTheEarlier() {
        String earlier = life.number(anna, null).number();
        String later = life.number(anna, null).number();
        assertThat(life.refused(life.atKiosk(earlier, life.card(anna, true))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_EXPIRED);
        given(life.atKiosk(later, life.card(anna, true)));
    }

    @Test
    void theNumberOfAChallengeStaysTheSame() {
        Challenge challenge = life.challenge(anna, null, key);
        var request = life.request();
        var proof = life.signed(challenge, key);
        var first = given(life.bindings.kioskNumber(app(anna), life.people.handle(anna), proof, request));
        life.clock.pass(Duration.ofMinutes(2));
        Answer<Bindings.ShownNumber> again =
                done(life.bindings.kioskNumber(app(anna), life.people.handle(anna), proof, request));
        assertThat(again).isEqualTo(new Answer.Given<>(first, true));
        assertThat(first).hasToString("ShownNumber[redacted]");
    }

    @Test
    void aPhoneWithoutTheKeyGetsNoNumber() {
        Challenge challenge = life.challenge(anna, null, key);
        assertThat(life.refused(done(life.bindings.kioskNumber(
                        app(anna), life.people.handle(anna), life.signed(challenge, life.newKey()), life.request()))))
                .isEqualTo(BindingRefusal.SIGNATURE_INVALID);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.KIOSK_NUMBER);
    }

    @Test
    void authorityWithdrawnWhileTheNumberWaitsDoesNotBind() {
        long child = life.minor(anna);
        String number = life.number(child, anna).number();
        given(life.bindings.guardianshipEvent(
                Life.REGISTRY, new GuardianshipEvent(child, anna, GuardianKind.PARENT, false, "w", 1), life.request()));
        assertThat(life.refused(life.atKiosk(number, life.card(anna, true)))).isEqualTo(BindingRefusal.NO_AUTHORITY);
    }

    @Test
    void aForgottenNumberStillAnswersItsOwnRequest() {
        Challenge challenge = life.challenge(anna, null, key);
        String number = life.number(challenge, key).number();
        KioskCheck check = life.card(anna, true);
        var request = life.request();
        EidEvent bound = given(life.bindings.bindAtKiosk(Life.KIOSK, number, check, request));
        life.numbers.forget(challenge.id());
        assertThat(done(life.bindings.bindAtKiosk(Life.KIOSK, number, check, request)))
                .isEqualTo(new Answer.Given<>(bound, true));
    }
}
