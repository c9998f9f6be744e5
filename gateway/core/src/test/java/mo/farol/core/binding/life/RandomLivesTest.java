package mo.farol.core.binding.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingPolicy.AtEighteen;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import org.junit.jupiter.api.Test;

/** Random histories of a family's e-IDs: whatever is asked, in whatever order, promise I12 holds after every act. */
class RandomLivesTest {
    private static final int HISTORIES = 50;
    private static final int ACTS = 500;
    private static final List<AtEighteen> ENDS = List.of(AtEighteen.values());
    /** What these histories cannot come to: the checks of signed texts are the server's. */
    private static final Set<BindingRefusal> OUT_OF_REACH = EnumSet.of(
            BindingRefusal.ATTESTATION_INVALID,
            BindingRefusal.FINGERPRINT_MISSING,
            BindingRefusal.KEY_LEVEL_TOO_LOW,
            BindingRefusal.ACCOUNT_LINKED_ELSEWHERE,
            BindingRefusal.SECOND_OFFICER_REQUIRED,
            BindingRefusal.NO_ACCOUNT_LINKED);

    @Test
    void neverHaveTwoLiveBindingsNorOneWithoutProof() {
        Set<BindingRefusal> refusals = new HashSet<>();
        Set<EventKind> kinds = new HashSet<>();
        int bound = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            Life life = new Life(policy(seed), seed);
            RandomActs acts = new RandomActs(life);
            LifeCheck check = new LifeCheck(life, "seed " + seed);
            for (int step = 0; step < ACTS; step++) {
                check.around(acts.next());
            }
            for (EidEvent event : life.ledger.events()) {
                kinds.add(event.event().kind());
                event.event().refusal().ifPresent(refusals::add);
            }
            bound += check.bound();
        }
        assertThat(refusals)
                .as("the histories reach every refusal")
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(OUT_OF_REACH)));
        assertThat(kinds)
                .as("and everything that is recorded")
                .containsAll(EnumSet.complementOf(
                        EnumSet.of(EventKind.ACCOUNT_LINKED, EventKind.ACCOUNT_UNLINKED, EventKind.ACCOUNT_CASE)));
        assertThat(bound).isGreaterThan(HISTORIES * 10);
    }

    private static BindingPolicy policy(int seed) {
        BindingPolicy usual = BindingPolicy.DEFAULTS;
        return new BindingPolicy(
                usual.challengeLife(),
                usual.kioskNumberLife(),
                usual.kioskTries(),
                usual.leastLiveness(),
                usual.leastLikeness(),
                usual.assertionAge(),
                usual.leastLevel(),
                ENDS.get(seed % ENDS.size()),
                usual.noticeDays());
    }
}
