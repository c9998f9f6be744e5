package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.app;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.NoticeKind;
import mo.farol.token.mint.PhoneKey;
import org.junit.jupiter.api.Test;

/** Row M4: one phone per e-ID, many e-IDs per phone. */
class OnePhoneTest {
    private final Life life = new Life();
    private final long anna = life.adult();

    @Test
    void aSecondPhoneSupersedesTheFirstAtOnce() {
        given(life.bind(anna, null));
        UUID first = life.live(anna).handle();
        given(life.bind(anna, null));
        assertThat(life.live(anna).handle()).isNotEqualTo(first);
        HeldBinding before = life.people.eid(anna).binding(first).orElseThrow();
        assertThat(before.status()).isEqualTo(BindingStatus.SUPERSEDED);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.SUPERSEDED);
        assertThat(life.lastEvent().binding()).isEqualTo(first);
        assertThat(before.endedBy()).isEqualTo(life.lastEvent().id());
        assertThat(life.toldOf(NoticeKind.SUPERSEDED)).containsExactly(anna);
    }

    @Test
    void aSuspendedPhoneIsSupersededToo() {
        given(life.bind(anna, null));
        UUID first = life.live(anna).handle();
        given(life.bindings.suspend(Life.ordinary(anna), first, "lost", life.request()));
        given(life.bind(anna, null));
        assertThat(life.live(anna).status()).isEqualTo(BindingStatus.ACTIVE);
        assertThat(life.people.eid(anna).binding(first).orElseThrow().status()).isEqualTo(BindingStatus.SUPERSEDED);
    }

    @Test
    void aParentsAndAChildsEidLiveAndEndApart() {
        long child = life.minor(anna);
        given(life.bind(anna, null));
        given(life.bind(child, anna));
        given(life.bindings.unbind(app(anna), life.live(anna).handle(), null, life.request()));
        assertThat(life.isBound(anna)).isFalse();
        assertThat(life.isBound(child)).isTrue();
    }

    @Test
    void theSlowerOfTwoPhonesIsToldThatItLost() {
        PhoneKey quick = life.newKey();
        PhoneKey slow = life.newKey();
        Challenge first = life.challenge(anna, null, quick);
        Challenge second = life.challenge(anna, null, slow);
        given(life.bind(first, quick, life.face(first)));
        assertThat(life.refused(life.bind(second, slow, life.face(second)))).isEqualTo(BindingRefusal.BOUND_MEANWHILE);
        assertThat(life.people.eid(anna).bindings()).hasSize(1);
    }

    @Test
    void aProofThatCameTooLateIsSpent() {
        PhoneKey slow = life.newKey();
        Challenge late = life.challenge(anna, null, slow);
        given(life.bind(anna, null));
        life.refused(life.bind(late, slow, life.face(late)));
        given(life.bindings.unbind(app(anna), life.live(anna).handle(), null, life.request()));
        assertThat(life.refused(life.bind(late, slow, life.face(late)))).isEqualTo(BindingRefusal.CHALLENGE_USED);
    }

    @Test
    void aPhoneThatWasUnboundMeanwhileDoesNotStandInTheWay() {
        given(life.bind(anna, null));
        PhoneKey key = life.newKey();
        Challenge challenge = life.challenge(anna, null, key);
        given(life.bindings.unbind(app(anna), life.live(anna).handle(), null, life.request()));
        given(life.bind(challenge, key, life.face(challenge)));
    }

    @Test
    void ofManyPhonesAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        given(life.bind(anna, null));
        List<Callable<Answer<EidEvent>>> phones = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            PhoneKey key = life.newKey();
            Challenge challenge = life.challenge(anna, null, key);
            phones.add(() -> life.bind(challenge, key, life.face(challenge)));
        }
        List<Answer<EidEvent>> answers = atOnce(phones);
        assertThat(answers).filteredOn(answer -> answer instanceof Answer.Given).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Answer.Refused)
                .hasSize(31)
                .allSatisfy(answer -> assertThat(life.refused(answer)).isEqualTo(BindingRefusal.BOUND_MEANWHILE));
        assertThat(life.people.eid(anna).bindings()).hasSize(2);
    }

    @Test
    void oneAssertionOnManyNodesAtOnceBindsOnce() throws Exception {
        PhoneKey key = life.newKey();
        Challenge challenge = life.challenge(anna, null, key);
        var check = life.face(challenge);
        List<Callable<Answer<EidEvent>>> nodes = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            nodes.add(() -> life.bind(challenge, key, check));
        }
        List<Answer<EidEvent>> answers = atOnce(nodes);
        assertThat(answers).filteredOn(answer -> answer instanceof Answer.Given).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Answer.Refused)
                .allSatisfy(answer -> assertThat(life.refused(answer)).isEqualTo(BindingRefusal.CHALLENGE_USED));
    }

    @Test
    void oneRequestOnManyNodesAtOnceIsDoneOnce() throws Exception {
        given(life.bind(anna, null));
        UUID binding = life.live(anna).handle();
        var request = life.request();
        List<Callable<Answer<EidEvent>>> nodes = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            nodes.add(() -> done(life.bindings.unbind(app(anna), binding, null, request)));
        }
        List<Answer<EidEvent>> answers = atOnce(nodes);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(given(answer)).isEqualTo(life.lastEvent()))
                .filteredOn(answer -> !((Answer.Given<EidEvent>) answer).replayed())
                .hasSize(1);
    }

    private static List<Answer<EidEvent>> atOnce(List<Callable<Answer<EidEvent>>> acts) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Answer<EidEvent>> answers = new ArrayList<>();
            for (Future<Answer<EidEvent>> future : threads.invokeAll(acts)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
