package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingPolicy.AtEighteen;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.GuardianBound;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.verification.ArbiterUnreachable;
import org.jspecify.annotations.Nullable;

/**
 * What time alone does: minors with an e-ID that a parent or guardian bound are told that they come of age, and on the day
 * the policy is applied. Any gateway may run a pass, at any time and however often: each act is the same request every time.
 */
public final class TurningEighteen {
    private static final int PAGE = 100;
    /** How many days after the day what keeps a binding live is still done; then its request may be forgotten. */
    private static final int DAYS_AFTER = 30;
    /** A day begins a little later here, so that it has begun for the ledger's clock too. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(1);

    private final BindingPorts ports;
    private final GuardianBound bound;
    private final BindingPolicy policy;
    private final Now now;

    /**
     * Passes over what {@code bound} finds.
     *
     * @throws IllegalArgumentException when notice would be given earlier than the ledger's memory reaches back
     */
    public TurningEighteen(BindingPorts ports, GuardianBound bound, BindingPolicy policy) {
        if (policy.noticeDays() < 0 || policy.noticeDays() >= EidLedger.REMEMBERED.toDays()) {
            throw new IllegalArgumentException(
                    "notice is given 0 to " + (EidLedger.REMEMBERED.toDays() - 1) + " days before");
        }
        this.ports = ports;
        this.bound = bound;
        this.policy = policy;
        this.now = new Now(ports.time());
    }

    /**
     * Goes through all of them once, a page at a time. One that cannot be treated keeps no other waiting: the pass goes on
     * and fails at its end.
     *
     * @return how many were told or treated now, not before; fails with {@link ArbiterUnreachable} at once, having done what
     *     came before
     */
    public Future<Integer> pass() {
        return now.read().compose(at -> pages(new Pass(MacauDay.of(at.minus(AFTER_MIDNIGHT))), 0));
    }

    private Future<Integer> pages(Pass pass, long after) {
        return bound.after(after, PAGE)
                .compose(rows -> page(pass, rows)
                        .compose(treated -> rows.size() < PAGE ? pass.end() : pages(pass, rows.getLast())));
    }

    private Future<Void> page(Pass pass, List<Long> rows) {
        Future<Void> before = Future.succeededFuture();
        for (long row : rows) {
            before = before.compose(done -> one(pass, row));
        }
        return before;
    }

    private Future<Void> one(Pass pass, long row) {
        return ports.eids()
                .byRow(row)
                .map(eid -> eid.flatMap(each -> due(each, pass.today)))
                .compose(due -> due.map(each -> ports.ledger()
                                .decide(row, each.request(), each.rule())
                                .onSuccess(pass::count)
                                .<Void>mapEmpty())
                        .orElseGet(Future::succeededFuture))
                .recover(pass::goOn);
    }

    /** How far one pass has come. Its steps follow one another, so nothing else touches it. */
    private static final class Pass {
        private final LocalDate today;
        private int done;
        private @Nullable Throwable failure;

        Pass(LocalDate today) {
            this.today = today;
        }

        void count(Entered entered) {
            done += entered instanceof Entered.Done each && !each.replayed() ? 1 : 0;
        }

        Future<Void> goOn(Throwable why) {
            failure = failure == null ? why : failure;
            return why instanceof ArbiterUnreachable ? Future.failedFuture(why) : Future.succeededFuture();
        }

        Future<Integer> end() {
            return failure == null ? Future.succeededFuture(done) : Future.failedFuture(failure);
        }
    }

    private record Due(RequestKey request, EidLedger.Rule rule) {}

    private Optional<Due> due(Eid eid, LocalDate today) {
        LocalDate day = eid.comesOfAge();
        Optional<HeldBinding> live = eid.liveBinding().filter(each -> each.way().byGuardian());
        if (!today.isBefore(day)) {
            return live.filter(each -> isInTime(today, day)).map(each -> onTheDay(eid, each));
        }
        return live.filter(each -> !today.isBefore(day.minusDays(policy.noticeDays())))
                .map(each -> before(eid, day));
    }

    /** What is unbound is no longer found; what stays live would be found, and treated again, for ever. */
    private boolean isInTime(LocalDate today, LocalDate day) {
        return policy.atEighteen() == AtEighteen.UNBIND || today.isBefore(day.plusDays(DAYS_AFTER));
    }

    private static Due before(Eid eid, LocalDate day) {
        return new Due(
                DerivedKey.of(List.of("turns-18-soon", eid.resident(), day), List.of()),
                new TurnsEighteenSoonRule(Act.ofPolicy()));
    }

    private Due onTheDay(Eid eid, HeldBinding live) {
        return new Due(
                DerivedKey.of(List.of("turned-18", eid.resident(), live.id(), policy.atEighteen()), List.of()),
                new TurnedEighteenRule(Act.ofPolicy(), policy.atEighteen()));
    }
}
