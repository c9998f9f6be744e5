package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.app;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.registry.CardStatus;
import mo.farol.token.mint.PhoneKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Row M2: a minor's e-ID is bound by whoever has authority at that moment, by their own face. */
class MinorBindingTest {
    private final Life life = new Life();
    private final long mother = life.adult();
    private final long father = life.adult();
    private final long stranger = life.adult();
    private final long child = life.minor(mother, father);
    private final PhoneKey key = life.newKey();

    @Test
    void bindsByAParentsFaceWithTheMinorsAccount() {
        EidEvent bound = given(life.bind(child, mother));
        assertThat(life.live(child).way()).isEqualTo(BindingWay.GUARDIAN_FACE);
        assertThat(life.live(child).actor()).isEqualTo(mother);
        assertThat(bound.event().actor()).isEqualTo(new Actor.Resident(mother));
        assertThat(life.toldOf(NoticeKind.BOUND)).containsExactly(child, mother, father);
    }

    @Test
    void comparesTheParentsFaceNotTheMinors() {
        Challenge challenge = life.challenge(child, father, key);
        Bindings.FaceCheckSubject subject =
                given(life.bindings.faceCheckSubject(app(child), life.people.handle(child), challenge.id()));
        assertThat(subject.person()).isEqualTo(life.people.handle(father));
        FaceCheck childs = life.face(challenge, child, 0.99, 0.99);
        assertThat(life.refused(life.bind(challenge, key, childs))).isEqualTo(BindingRefusal.ASSERTION_MISMATCH);
        assertThat(life.isBound(child)).isFalse();
    }

    @Test
    void refusesTheOtherParentsFace() {
        Challenge challenge = life.challenge(child, father, key);
        assertThat(life.refused(life.bind(challenge, key, life.face(challenge, mother, 0.99, 0.99))))
                .isEqualTo(BindingRefusal.ASSERTION_MISMATCH);
        assertThat(life.isBound(child)).isFalse();
    }

    @Test
    void aMinorCannotBindAlone() {
        assertThat(life.refused(challenge(child, null))).isEqualTo(BindingRefusal.NO_AUTHORITY);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.BOUND);
    }

    @Test
    void aStrangerHasNoAuthority() {
        assertThat(life.refused(challenge(child, life.people.handle(stranger)))).isEqualTo(BindingRefusal.NO_AUTHORITY);
    }

    @Test
    void whoIsUnknownHasNoAuthorityEither() {
        assertThat(life.refused(challenge(child, new UUID(1, 2)))).isEqualTo(BindingRefusal.NO_AUTHORITY);
    }

    @Test
    void theMinorIsNotTheirOwnGuardian() {
        assertThat(life.refused(challenge(child, life.people.handle(child)))).isEqualTo(BindingRefusal.NO_AUTHORITY);
    }

    @Test
    void theDeadActForNobody() {
        life.people.card(mother, card -> new HeldCard(CardStatus.CANCELLED, card.expires(), 1, true));
        assertThat(life.refused(challenge(child, life.people.handle(mother)))).isEqualTo(BindingRefusal.NO_AUTHORITY);
    }

    @Test
    void anAdultHasNoGuardian() {
        assertThat(life.refused(challenge(stranger, life.people.handle(mother))))
                .isEqualTo(BindingRefusal.NO_AUTHORITY);
    }

    @Test
    void aParentsOwnAccountDoesNotBindTheChild() {
        assertThat(done(life.bindings.challenge(
                        app(mother),
                        life.people.handle(child),
                        key.publicKey(),
                        Life.PHONE,
                        life.people.handle(mother))))
                .isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void authorityWithdrawnSinceTheChallengeDoesNotBind() {
        Challenge challenge = life.challenge(child, mother, key);
        withdraw(mother);
        assertThat(life.refused(life.bind(challenge, key, life.face(challenge))))
                .isEqualTo(BindingRefusal.NO_AUTHORITY);
        assertThat(life.isBound(child)).isFalse();
    }

    @Test
    void aChildThatCameOfAgeSinceTheChallengeBindsAlone() {
        long almost = life.minor(LocalDate.of(2008, 11, 25), false, mother);
        life.clock.pass(Duration.ofMinutes(11 * 60 + 58));
        assertThat(life.clock.today()).isEqualTo(LocalDate.of(2026, 11, 24));
        Challenge challenge = life.challenge(almost, mother, key);
        life.clock.pass(Duration.ofMinutes(2));
        assertThat(life.refused(life.bind(challenge, key, life.face(challenge))))
                .isEqualTo(BindingRefusal.NO_LONGER_A_MINOR);
        assertThat(life.isBound(almost)).isFalse();
        given(life.bind(almost, null));
        assertThat(life.live(almost).way()).isEqualTo(BindingWay.FACE);
    }

    @Test
    void theSecondParentsRebindingTellsTheFirst() {
        given(life.bind(child, mother));
        given(life.bind(child, father));
        assertThat(life.live(child).actor()).isEqualTo(father);
        assertThat(life.toldOf(NoticeKind.REBOUND_BY_OTHER_GUARDIAN)).containsExactly(mother);
        assertThat(life.toldOf(NoticeKind.SUPERSEDED)).containsExactly(child, father);
    }

    @Test
    void theSameParentsRebindingIsNoNewsOfAnother() {
        given(life.bind(child, mother));
        given(life.bind(child, mother));
        assertThat(life.toldOf(NoticeKind.REBOUND_BY_OTHER_GUARDIAN)).isEmpty();
        assertThat(life.toldOf(NoticeKind.SUPERSEDED)).containsExactly(child, mother, father);
    }

    @Test
    void anyWardsBindingCanBeSuspendedResumedAndUnboundByWhoHasAuthorityNow() {
        given(life.bind(child, mother));
        UUID binding = life.live(child).handle();
        given(life.bindings.suspend(Life.ordinary(father), binding, "lost", life.request()));
        given(life.bindings.resume(app(mother), binding, null, life.request()));
        assertThat(done(life.bindings.unbind(app(stranger), binding, null, life.request())))
                .isInstanceOf(Answer.NotFound.class);
        withdraw(father);
        assertThat(done(life.bindings.unbind(app(father), binding, null, life.request())))
                .isInstanceOf(Answer.NotFound.class);
        given(life.bindings.unbind(app(mother), binding, "sold", life.request()));
        assertThat(life.isBound(child)).isFalse();
        assertThat(life.toldOf(NoticeKind.UNBOUND)).containsExactly(child, mother);
    }

    @Test
    void theMinorMaySuspendToo() {
        given(life.bind(child, mother));
        given(life.bindings.suspend(Life.ordinary(child), life.live(child).handle(), null, life.request()));
        assertThat(life.toldOf(NoticeKind.SUSPENDED)).containsExactly(child, mother, father);
    }

    @Test
    void aParentFindsNothingOfAChildThatIsGrown() {
        long almost = life.minor(life.clock.today().minusYears(18).plusDays(1), false, mother);
        given(life.bind(almost, mother));
        UUID binding = life.live(almost).handle();
        life.clock.goTo(life.clock.today().plusDays(1));
        assertThat(done(life.bindings.suspend(app(mother), binding, null, life.request())))
                .isInstanceOf(Answer.NotFound.class);
        given(life.bindings.suspend(app(almost), binding, null, life.request()));
    }

    private Answer<Bindings.NewChallenge> challenge(long resident, @Nullable UUID guardian) {
        return done(life.bindings.challenge(
                app(resident), life.people.handle(resident), key.publicKey(), Life.PHONE, guardian));
    }

    private void withdraw(long guardian) {
        given(life.bindings.guardianshipEvent(
                Life.REGISTRY,
                new GuardianshipEvent(child, guardian, GuardianKind.PARENT, false, "w-" + guardian, 1),
                life.request()));
    }
}
