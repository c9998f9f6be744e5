package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.app;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.earlier;
import static mo.farol.core.binding.life.Life.given;
import static mo.farol.core.binding.life.Life.ordinary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NoticeKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows M5 and M6: unbinding through four channels, and suspending until it is found again. */
class UnbindTest {
    private final Life life = new Life();
    private final long anna = life.adult();
    private UUID binding = new UUID(0, 0);

    @BeforeEach
    void bind() {
        given(life.bind(anna, null));
        binding = life.live(anna).handle();
    }

    @ParameterizedTest
    @EnumSource(names = {"APP", "ONE_ACCOUNT_WEB", "DSI_WEB"})
    void unbindsThroughTheResidentsChannels(Channel channel) {
        EidEvent unbound = given(life.bindings.unbind(Life.at(channel, anna), binding, "sold", life.request()));
        assertThat(life.isBound(anna)).isFalse();
        assertThat(unbound.event().kind()).isEqualTo(EventKind.UNBOUND);
        assertThat(unbound.event().channel()).isEqualTo(channel);
        assertThat(unbound.event().actor()).isEqualTo(new Actor.Resident(anna));
        assertThat(unbound.event().reason()).isEqualTo("sold");
        assertThat(unbound.binding()).isEqualTo(binding);
        assertThat(life.toldOf(NoticeKind.UNBOUND)).containsExactly(anna);
    }

    @Test
    void unbindsAtTheCounterWithTheOperatorOnRecord() {
        EidEvent unbound = given(life.bindings.unbindAtCounter(Life.OFFICER, binding, "stolen", life.request()));
        assertThat(life.isBound(anna)).isFalse();
        assertThat(unbound.event().channel()).isEqualTo(Channel.DSI_COUNTER);
        assertThat(unbound.event().actor()).isEqualTo(new Actor.Operator(List.of("officer-a")));
        assertThat(life.toldOf(NoticeKind.UNBOUND)).containsExactly(anna);
    }

    @Test
    void whatWasUnboundShowsTheEarlierReceipt() {
        EidEvent unbound = given(life.bindings.unbind(app(anna), binding, null, life.request()));
        Answer<EidEvent> again = done(life.bindings.unbind(app(anna), binding, null, life.request()));
        assertThat(life.refused(again)).isEqualTo(BindingRefusal.ALREADY_UNBOUND);
        assertThat(earlier(again)).isEqualTo(unbound.id());
        Answer<EidEvent> atCounter =
                done(life.bindings.unbindAtCounter(Life.OFFICER, binding, "stolen", life.request()));
        assertThat(life.refused(atCounter)).isEqualTo(BindingRefusal.ALREADY_UNBOUND);
        assertThat(earlier(atCounter)).isEqualTo(unbound.id());
    }

    @Test
    void whatWasSupersededShowsTheEarlierReceipt() {
        given(life.bind(anna, null));
        UUID superseded = life.lastEvent().id();
        Answer<EidEvent> late = done(life.bindings.unbind(app(anna), binding, null, life.request()));
        assertThat(life.refused(late)).isEqualTo(BindingRefusal.ALREADY_SUPERSEDED);
        assertThat(earlier(late)).isEqualTo(superseded);
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void theSameRequestGetsTheSameReceipt() {
        var request = life.request();
        EidEvent first = given(life.bindings.unbind(app(anna), binding, null, request));
        assertThat(done(life.bindings.unbind(app(anna), binding, null, request)))
                .isEqualTo(new Answer.Given<>(first, true));
    }

    @Test
    void anotherPersonsBindingIsNotThere() {
        long ben = life.adult();
        assertThat(List.of(
                        done(life.bindings.unbind(app(ben), binding, null, life.request())),
                        done(life.bindings.suspend(app(ben), binding, null, life.request())),
                        done(life.bindings.resume(app(ben), binding, null, life.request())),
                        done(life.bindings.unbind(app(ben), new UUID(3, 4), null, life.request())),
                        done(life.bindings.unbindAtCounter(Life.OFFICER, new UUID(3, 4), "stolen", life.request()))))
                .allSatisfy(answer -> assertThat(answer).isEqualTo(new Answer.NotFound<>()));
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void unbindAndResumeNeedAStrongFreshSignIn() {
        given(life.bindings.suspend(ordinary(anna), binding, "lost", life.request()));
        assertThat(List.of(
                        done(life.bindings.unbind(ordinary(anna), binding, null, life.request())),
                        done(life.bindings.resume(ordinary(anna), binding, null, life.request())),
                        done(life.bindings.resume(ordinary(anna), new UUID(3, 4), null, life.request()))))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.StepUpNeeded.class));
        assertThat(life.live(anna).status()).isEqualTo(BindingStatus.SUSPENDED);
    }

    @Test
    void suspendsWithAnOrdinarySignInAndResumesWithAStrongOne() {
        EidEvent suspended = given(life.bindings.suspend(ordinary(anna), binding, "lost", life.request()));
        assertThat(life.live(anna).status()).isEqualTo(BindingStatus.SUSPENDED);
        assertThat(suspended.event().reason()).isEqualTo("lost");
        given(life.bindings.resume(app(anna), binding, "found", life.request()));
        assertThat(life.live(anna).status()).isEqualTo(BindingStatus.ACTIVE);
        assertThat(life.live(anna).handle()).isEqualTo(binding);
        assertThat(life.toldOf(NoticeKind.SUSPENDED)).containsExactly(anna);
        assertThat(life.toldOf(NoticeKind.RESUMED)).containsExactly(anna);
    }

    @Test
    void aSuspendedBindingCanBeUnbound() {
        given(life.bindings.suspend(ordinary(anna), binding, "lost", life.request()));
        given(life.bindings.unbind(app(anna), binding, "stolen", life.request()));
        assertThat(life.isBound(anna)).isFalse();
    }

    @Test
    void whatIsSuspendedOrActiveAlreadySaysSo() {
        assertThat(life.refused(done(life.bindings.resume(app(anna), binding, null, life.request()))))
                .isEqualTo(BindingRefusal.NOT_SUSPENDED);
        given(life.bindings.suspend(ordinary(anna), binding, "lost", life.request()));
        assertThat(life.refused(done(life.bindings.suspend(ordinary(anna), binding, "lost", life.request()))))
                .isEqualTo(BindingRefusal.ALREADY_SUSPENDED);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.SUSPENDED);
        assertThat(life.lastEvent().binding()).isEqualTo(binding);
        assertThat(life.toldOf(NoticeKind.SUSPENDED)).hasSize(1);
    }

    @Test
    void whatHasEndedNeitherSuspendsNorResumes() {
        given(life.bindings.unbind(app(anna), binding, null, life.request()));
        assertThat(life.refused(done(life.bindings.suspend(app(anna), binding, null, life.request()))))
                .isEqualTo(BindingRefusal.ALREADY_UNBOUND);
        Answer<EidEvent> resumed = done(life.bindings.resume(app(anna), binding, null, life.request()));
        assertThat(life.refused(resumed)).isEqualTo(BindingRefusal.ALREADY_UNBOUND);
        assertThat(earlier(resumed))
                .isEqualTo(life.people.eid(anna).binding(binding).orElseThrow().endedBy());
    }
}
