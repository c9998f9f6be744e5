package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.OFFICER;
import static mo.farol.core.binding.life.Life.SECOND_OFFICER;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NoticeKind;
import org.junit.jupiter.api.Test;

/** Row M3: who can use neither face nor finger is bound at a counter, by the word of two operators. */
class CounterCaseTest {
    private final Life life = new Life();
    private final long anna = life.adult();

    @Test
    void twoOperatorsBindTogether() {
        UUID opened = open(anna, life.number(anna, null).number());
        assertThat(life.isBound(anna)).isFalse();
        EidEvent bound = given(life.bindings.approveCounterCase(SECOND_OFFICER, opened, life.request()));
        assertThat(life.live(anna).way()).isEqualTo(BindingWay.COUNTER);
        assertThat(bound.event().actor()).isEqualTo(new Actor.Operator(List.of("officer-a", "officer-b")));
        assertThat(bound.event().channel()).isEqualTo(Channel.DSI_COUNTER);
        assertThat(bound.event().reason()).isEqualTo("worn_fingers");
        assertThat(life.toldOf(NoticeKind.BOUND)).containsExactly(anna);
    }

    @Test
    void oneOperatorAloneBindsNothing() {
        UUID opened = open(anna, life.number(anna, null).number());
        assertThat(life.refused(done(life.bindings.approveCounterCase(OFFICER, opened, life.request()))))
                .isEqualTo(BindingRefusal.SAME_OPERATOR);
        assertThat(life.isBound(anna)).isFalse();
    }

    @Test
    void aParentStandsForTheChild() {
        long child = life.minor(anna);
        UUID opened = open(anna, life.number(child, anna).number());
        given(life.bindings.approveCounterCase(SECOND_OFFICER, opened, life.request()));
        assertThat(life.live(child).way()).isEqualTo(BindingWay.GUARDIAN_COUNTER);
        assertThat(life.live(child).actor()).isEqualTo(anna);
    }

    @Test
    void aCaseIsClosedOnce() {
        UUID opened = open(anna, life.number(anna, null).number());
        given(life.bindings.approveCounterCase(SECOND_OFFICER, opened, life.request()));
        assertThat(life.refused(done(life.bindings.approveCounterCase(SECOND_OFFICER, opened, life.request()))))
                .isEqualTo(BindingRefusal.CASE_CLOSED);
        assertThat(life.people.eid(anna).bindings()).hasSize(1);
    }

    @Test
    void aCaseThatWaitedTooLongIsClosed() {
        UUID opened = open(anna, life.number(anna, null).number());
        life.clock.pass(life.policy.kioskNumberLife());
        assertThat(life.refused(done(life.bindings.approveCounterCase(SECOND_OFFICER, opened, life.request()))))
                .isEqualTo(BindingRefusal.CASE_CLOSED);
    }

    @Test
    void aNumberThatBoundAtTheKioskBindsNoCase() {
        String number = life.number(anna, null).number();
        UUID opened = open(anna, number);
        given(life.atKiosk(number, life.card(anna, true)));
        assertThat(life.refused(done(life.bindings.approveCounterCase(SECOND_OFFICER, opened, life.request()))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_USED);
    }

    @Test
    void aWrongNumberIsOnTheRecordOfWhoStandsThere() {
        Answer<UUID> answer = done(life.bindings.openCounterCase(
                OFFICER, "00000000", life.people.handle(anna), "worn_fingers", life.request()));
        assertThat(life.refused(answer)).isEqualTo(BindingRefusal.KIOSK_NUMBER_UNKNOWN);
        assertThat(life.lastEvent().resident()).isEqualTo(anna);
    }

    @Test
    void wrongNumbersAtTheCounterCountToo() {
        String number = life.number(anna, null).number();
        for (int tries = 0; tries < 5; tries++) {
            done(life.bindings.openCounterCase(
                    OFFICER, "00000000", life.people.handle(anna), "worn_fingers", life.request()));
        }
        assertThat(life.refused(done(life.bindings.openCounterCase(
                        OFFICER, number, life.people.handle(anna), "worn_fingers", life.request()))))
                .isEqualTo(BindingRefusal.KIOSK_NUMBER_LOCKED);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.COUNTER_CASE);
    }

    @Test
    void nobodyIsFoundByARandomHandle() {
        assertThat(done(life.bindings.openCounterCase(OFFICER, "00000000", new UUID(1, 2), "x", life.request())))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(done(life.bindings.approveCounterCase(OFFICER, new UUID(1, 2), life.request())))
                .isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void theSameRequestOpensTheSameCase() {
        String number = life.number(anna, null).number();
        var request = life.request();
        UUID first = given(
                life.bindings.openCounterCase(OFFICER, number, life.people.handle(anna), "worn_fingers", request));
        assertThat(done(life.bindings.openCounterCase(
                        OFFICER, number, life.people.handle(anna), "worn_fingers", request)))
                .isEqualTo(new Answer.Given<>(first, true));
    }

    private UUID open(long actor, String number) {
        return given(life.bindings.openCounterCase(
                OFFICER, number, life.people.handle(actor), "worn_fingers", life.request()));
    }
}
