package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.app;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingPolicy.AtEighteen;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianBound;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.memory.HandClock;
import mo.farol.core.binding.memory.MemoryGuardianBound;
import mo.farol.core.verification.ArbiterUnreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row M2: on turning 18 the policy decides, with notice before and on the day, once. */
class TurningEighteenTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 15);

    private Life life = new Life();

    @Test
    void nobodyIsToldTooEarly() {
        family();
        life.clock.goTo(DAY.minusDays(31));
        assertThat(pass()).isZero();
        assertThat(life.ledger.told()).noneMatch(told -> told.kind() == NoticeKind.TURNS_18_SOON);
    }

    @Test
    void everybodyIsToldThirtyDaysBeforeOnce() {
        Family family = family();
        life.clock.goTo(DAY.minusDays(30));
        assertThat(pass()).isEqualTo(1);
        life.clock.goTo(DAY.minusDays(1));
        assertThat(pass()).isZero();
        assertThat(life.toldOf(NoticeKind.TURNS_18_SOON)).containsExactly(family.child, family.mother, family.father);
        assertThat(life.isBound(family.child)).isTrue();
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.TURNING_18);
        assertThat(life.lastEvent().event().channel()).isEqualTo(Channel.GATEWAY);
        assertThat(life.lastEvent().event().actor()).isEqualTo(new Actor.Policy());
        assertThat(life.lastEvent().event().detail()).isEqualTo("on=2027-03-15");
    }

    @ParameterizedTest
    @EnumSource(AtEighteen.class)
    void thePolicyIsAppliedOnTheDayOnce(AtEighteen policy) {
        life = new Life(at(policy), 3);
        Family family = family();
        life.clock.goTo(DAY);
        assertThat(pass()).isEqualTo(1);
        assertThat(pass()).isZero();
        BindingStatus expected = switch (policy) {
            case KEEP -> BindingStatus.ACTIVE;
            case SUSPEND -> BindingStatus.SUSPENDED;
            case UNBIND -> BindingStatus.UNBOUND;
        };
        assertThat(life.people.eid(family.child).bindings().getFirst().status()).isEqualTo(expected);
        assertThat(life.toldOf(NoticeKind.TURNED_18)).containsExactly(family.child, family.mother, family.father);
        assertThat(life.toldOf(NoticeKind.UNBOUND)).hasSize(policy == AtEighteen.UNBIND ? 1 : 0);
        assertThat(life.toldOf(NoticeKind.SUSPENDED)).hasSize(policy == AtEighteen.SUSPEND ? 1 : 0);
    }

    @Test
    void whatTheNewAdultResumesIsNotSuspendedAgain() {
        life = new Life(at(AtEighteen.SUSPEND), 3);
        Family family = family();
        life.clock.goTo(DAY);
        pass();
        given(life.bindings.resume(app(family.child), life.live(family.child).handle(), null, life.request()));
        for (int day = 1; day < 90; day++) {
            life.clock.goTo(DAY.plusDays(day));
            if (day == 60) {
                life.ledger.forgetRequests();
            }
            assertThat(pass()).isZero();
        }
        assertThat(life.live(family.child).status()).isEqualTo(BindingStatus.ACTIVE);
    }

    @Test
    void whatWasSuspendedBeforeStaysSo() {
        life = new Life(at(AtEighteen.SUSPEND), 3);
        Family family = family();
        given(life.bindings.suspend(app(family.child), life.live(family.child).handle(), null, life.request()));
        life.clock.goTo(DAY);
        assertThat(pass()).isEqualTo(1);
        assertThat(life.live(family.child).status()).isEqualTo(BindingStatus.SUSPENDED);
        assertThat(life.toldOf(NoticeKind.TURNED_18)).hasSize(3);
    }

    @Test
    void whatIsKeptIsNotToldOfForEver() {
        life = new Life(at(AtEighteen.KEEP), 3);
        family();
        life.clock.goTo(DAY);
        pass();
        life.clock.goTo(DAY.plusDays(60));
        life.ledger.forgetRequests();
        assertThat(pass()).isZero();
    }

    @Test
    void aPassOnTheStrokeOfMidnightWaitsForTheNext() {
        Family family = family();
        life.clock.goTo(DAY.minusDays(1));
        life.clock.pass(Duration.ofHours(12));
        assertThat(life.clock.today()).isEqualTo(DAY);
        pass();
        assertThat(life.toldOf(NoticeKind.TURNED_18)).isEmpty();
        life.clock.pass(Duration.ofMinutes(1));
        pass();
        assertThat(life.isBound(family.child)).isFalse();
    }

    @Test
    void aPassThatWasMissedIsMadeUpFor() {
        Family family = family();
        life.clock.goTo(DAY.plusDays(200));
        assertThat(pass()).isEqualTo(1);
        assertThat(life.isBound(family.child)).isFalse();
    }

    @Test
    void whatTheNewAdultBoundThemselvesIsLeftAlone() {
        Family family = family();
        life.clock.goTo(DAY);
        given(life.bind(family.child, null));
        assertThat(pass()).isZero();
        assertThat(life.isBound(family.child)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24", "2026-11-25"})
    void whoWasBornOnALeapDayComesOfAgeOnFirstMarch(LocalDate start) {
        life.clock.goTo(start);
        long mother = life.adult();
        long child = life.minor(LocalDate.of(2012, 2, 29), false, mother);
        given(life.bind(child, mother));
        life.clock.goTo(LocalDate.of(2030, 2, 28));
        pass();
        assertThat(life.isBound(child)).isTrue();
        life.clock.goTo(LocalDate.of(2030, 3, 1));
        pass();
        assertThat(life.isBound(child)).isFalse();
    }

    @Test
    void manyAreDonePageByPage() {
        long mother = life.adult();
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            children.add(life.minor(DAY.minusYears(18), false, mother));
            given(life.bind(children.getLast(), mother));
        }
        life.clock.goTo(DAY.minusDays(3));
        MemoryGuardianBound bound = new MemoryGuardianBound(life.people);
        assertThat(done(passes(bound).pass())).isEqualTo(250);
        assertThat(bound.asked).containsExactly(100, 100, 100);
        life.clock.goTo(DAY);
        assertThat(done(passes(bound).pass())).isEqualTo(250);
        assertThat(children).noneMatch(life::isBound);
    }

    @Test
    void oneThatCannotBeTreatedKeepsNoOtherWaiting() {
        Family broken = family();
        Family sound = family();
        life.clock.goTo(DAY);
        IllegalStateException failure = new IllegalStateException("a row that cannot be read");
        EidLedger ledger = (row, request, rule) ->
                row == broken.child ? Future.failedFuture(failure) : life.ledger.decide(row, request, rule);
        BindingPorts ports = life.ports(life.clock, ledger);
        TurningEighteen passes = new TurningEighteen(ports, new MemoryGuardianBound(life.people), life.policy);
        assertThat(passes.pass().cause()).isSameAs(failure);
        assertThat(life.isBound(sound.child)).isFalse();
        assertThat(life.isBound(broken.child)).isTrue();
    }

    @Test
    void aPassEndsWhenTheDatabaseIsAway() {
        Family family = family();
        life.clock.goTo(DAY);
        life.ledger.loseNextAnswer();
        assertThat(passes(new MemoryGuardianBound(life.people)).pass().cause()).isInstanceOf(ArbiterUnreachable.class);
        assertThat(pass()).isZero();
        assertThat(life.isBound(family.child)).isFalse();
        assertThat(life.toldOf(NoticeKind.TURNED_18)).hasSize(3);
    }

    @Test
    void aNodeThatCannotTellTheTimeMakesNoPass() {
        TurningEighteen lost = new TurningEighteen(
                life.ports(HandClock.uncertain()), new MemoryGuardianBound(life.people), life.policy);
        assertThat(lost.pass().cause()).isInstanceOf(ArbiterUnreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 60, 400})
    void noticeIsGivenWithinWhatTheLedgerRemembers(int days) {
        BindingPolicy wrong = policy(AtEighteen.KEEP, days);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TurningEighteen(life.ports(life.clock), new MemoryGuardianBound(life.people), wrong));
    }

    private record Family(long mother, long father, long child) {}

    /** A child of 17 whose e-ID the mother bound. */
    private Family family() {
        long mother = life.adult();
        long father = life.adult();
        long child = life.minor(DAY.minusYears(18), false, mother, father);
        given(life.bind(child, mother));
        return new Family(mother, father, child);
    }

    private int pass() {
        return done(passes(new MemoryGuardianBound(life.people)).pass());
    }

    private TurningEighteen passes(GuardianBound bound) {
        return new TurningEighteen(life.ports(life.clock), bound, life.policy);
    }

    private static BindingPolicy at(AtEighteen what) {
        return policy(what, 30);
    }

    private static BindingPolicy policy(AtEighteen what, int noticeDays) {
        BindingPolicy usual = BindingPolicy.DEFAULTS;
        return new BindingPolicy(
                usual.challengeLife(),
                usual.kioskNumberLife(),
                usual.kioskTries(),
                usual.leastLiveness(),
                usual.leastLikeness(),
                usual.assertionAge(),
                usual.leastLevel(),
                what,
                noticeDays);
    }
}
