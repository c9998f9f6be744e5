package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.registry.CardStatus;
import org.junit.jupiter.api.Test;

/** Authority over a minor comes and goes by registry events, and acts at once on what that guardian bound. */
class GuardianshipEventTest {
    private final Life life = new Life();
    private final long mother = life.adult();
    private final long father = life.adult();
    private final long child = life.minor(mother);

    @Test
    void aGrantLetsThemBindAndTellsEverybody() {
        EidEvent granted = given(event(child, father, true, 1));
        given(life.bind(child, father));
        assertThat(life.live(child).actor()).isEqualTo(father);
        assertThat(granted.event().kind()).isEqualTo(EventKind.GUARDIAN_GRANTED);
        assertThat(granted.event().detail()).isEqualTo("guardianship=guardian registry_event=g-1");
        assertThat(life.toldOf(NoticeKind.GUARDIAN_GRANTED)).containsExactly(child, mother, father);
    }

    @Test
    void aWithdrawalEndsWhatTheyBoundAndTellsThemToo() {
        given(event(child, father, true, 1));
        given(life.bind(child, father));
        given(event(child, father, false, 2));
        assertThat(life.isBound(child)).isFalse();
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.UNBOUND);
        assertThat(life.toldOf(NoticeKind.GUARDIAN_WITHDRAWN)).containsExactlyInAnyOrder(child, mother, father);
        assertThat(life.toldOf(NoticeKind.UNBOUND)).containsExactlyInAnyOrder(child, mother, father);
    }

    @Test
    void aWithdrawalEndsNothingThatTheOtherBound() {
        given(event(child, father, true, 1));
        given(life.bind(child, mother));
        given(event(child, father, false, 2));
        assertThat(life.live(child).actor()).isEqualTo(mother);
        assertThat(life.toldOf(NoticeKind.UNBOUND)).isEmpty();
    }

    @Test
    void aWithdrawalEndsASuspendedBindingToo() {
        given(life.bind(child, mother));
        given(life.bindings.suspend(Life.ordinary(mother), life.live(child).handle(), null, life.request()));
        given(event(child, mother, false, 1));
        assertThat(life.isBound(child)).isFalse();
    }

    @Test
    void aWithdrawalAfterThatDayLeavesItToThePolicy() {
        long almost = life.minor(life.clock.today().minusYears(18).plusDays(1), false, mother);
        given(life.bind(almost, mother));
        life.clock.goTo(life.clock.today().plusDays(1));
        given(event(almost, mother, false, 1));
        assertThat(life.isBound(almost)).isTrue();
        assertThat(life.toldOf(NoticeKind.GUARDIAN_WITHDRAWN)).containsExactly(almost, mother);
    }

    @Test
    void anOlderEventChangesNothing() {
        given(event(child, father, true, 5));
        assertThat(life.refused(done(event(child, father, false, 4)))).isEqualTo(BindingRefusal.OUT_OF_DATE);
        assertThat(life.people.eid(child).authorityOf(father)).isPresent();
    }

    @Test
    void aWithdrawalThatOvertookItsGrantStands() {
        given(event(child, father, false, 2));
        assertThat(life.refused(done(event(child, father, true, 1)))).isEqualTo(BindingRefusal.OUT_OF_DATE);
        assertThat(life.people.eid(child).authorityOf(father)).isEmpty();
        assertThat(life.toldOf(NoticeKind.GUARDIAN_WITHDRAWN)).isEmpty();
    }

    @Test
    void anEventSentAgainIsDoneOnce() {
        EidEvent first = given(event(child, father, true, 1));
        assertThat(done(event(child, father, true, 1))).isEqualTo(new Answer.Given<>(first, true));
        assertThat(life.toldOf(NoticeKind.GUARDIAN_GRANTED)).hasSize(3);
    }

    @Test
    void whatWasInForceAlreadyIsNoNews() {
        given(event(child, father, true, 1));
        given(event(child, father, true, 2));
        assertThat(life.toldOf(NoticeKind.GUARDIAN_GRANTED)).hasSize(3);
    }

    @Test
    void aMinorIsNobodysGuardian() {
        long sister = life.minor(life.clock.today().minusYears(17), false, mother);
        assertThat(life.refused(done(event(child, sister, true, 1)))).isEqualTo(BindingRefusal.GUARDIAN_NOT_ELIGIBLE);
        assertThat(life.people.eid(child).authorityOf(sister)).isEmpty();
    }

    @Test
    void theMinorAndTheDeadAreNotEither() {
        life.people.card(father, card -> new HeldCard(CardStatus.CANCELLED, card.expires(), 1, true));
        assertThat(life.refused(done(event(child, father, true, 1)))).isEqualTo(BindingRefusal.GUARDIAN_NOT_ELIGIBLE);
        assertThat(life.refused(done(event(child, child, true, 1)))).isEqualTo(BindingRefusal.GUARDIAN_NOT_ELIGIBLE);
    }

    @Test
    void fromTheDeadItCanBeWithdrawn() {
        life.people.card(mother, card -> new HeldCard(CardStatus.CANCELLED, card.expires(), 1, true));
        given(event(child, mother, false, 1));
        assertThat(life.people.eid(child).authorityOf(mother)).isEmpty();
    }

    @Test
    void anAdultGetsNoGuardian() {
        assertThat(life.refused(done(event(father, mother, true, 1)))).isEqualTo(BindingRefusal.NO_LONGER_A_MINOR);
    }

    @Test
    void anEventAboutNobodyIsNotFound() {
        assertThat(done(event(child, 999, true, 1))).isInstanceOf(Answer.NotFound.class);
        assertThat(done(event(999, mother, true, 1))).isInstanceOf(Answer.NotFound.class);
    }

    private Future<Answer<EidEvent>> event(long minor, long guardian, boolean granted, long sequence) {
        return life.bindings.guardianshipEvent(
                Life.REGISTRY,
                new GuardianshipEvent(minor, guardian, GuardianKind.GUARDIAN, granted, "g-" + sequence, sequence),
                life.request());
    }
}
