package mo.farol.core.binding.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingMachine;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.registry.CardStatus;

/** What must hold around every act, judged from the events on record and from what stands, not from the rules. */
final class LifeCheck {
    private static final Map<EventKind, BindingAct> ACTS = Map.of(
            EventKind.BOUND, BindingAct.BIND,
            EventKind.SUPERSEDED, BindingAct.SUPERSEDE,
            EventKind.SUSPENDED, BindingAct.SUSPEND,
            EventKind.RESUMED, BindingAct.RESUME,
            EventKind.UNBOUND, BindingAct.UNBIND);

    private final Life life;
    private final String history;
    private final Random random = new Random(17);
    private final Map<UUID, BindingStatus> statuses = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private int seen;
    private int bound;

    private record Asked(Attempt attempt, Answer<?> answer) {}

    LifeCheck(Life life, String history) {
        this.life = life;
        this.history = history;
    }

    int bound() {
        return bound;
    }

    void around(Attempt attempt) {
        List<Eid> before = standing();
        Answer<?> answer = Life.done(attempt.ask().get());
        List<EidEvent> events = newEvents();
        String where = history + ", event " + seen + ": " + attempt.name();
        checkProof(attempt, before, answer, events, where);
        if (events.isEmpty() || events.getFirst().event().refusal().isPresent()) {
            assertThat(standing())
                    .as("%s: what is refused changes nothing", where)
                    .isEqualTo(before);
        }
        events.forEach(event -> follow(event, where));
        checkStanding(where);
        if (attempt.repeatable()) {
            asked.add(new Asked(attempt, answer));
            if (random.nextInt(4) == 0) {
                repeat(asked.get(random.nextInt(asked.size())), where);
            }
        }
    }

    /** Nothing binds without its proof; and with it, nothing is refused that could be bound. */
    private void checkProof(Attempt attempt, List<Eid> before, Answer<?> answer, List<EidEvent> events, String where) {
        List<EidEvent> begun = events.stream()
                .filter(event -> event.event().kind() == EventKind.BOUND)
                .filter(event -> event.event().refusal().isEmpty())
                .toList();
        boolean may = attempt.binds().isPresent()
                && attempt.proven()
                && before.stream()
                        .filter(eid -> eid.resident() == attempt.binds().get().resident())
                        .allMatch(eid -> mayBind(eid, attempt.binds().get()));
        assertThat(begun).as("%s: bound exactly when proven, %s", where, answer).hasSize(may ? 1 : 0);
        bound += begun.size();
    }

    private boolean mayBind(Eid eid, Challenge challenge) {
        boolean minor = eid.isMinorOn(life.clock.today());
        boolean authority = challenge.actor() == eid.resident()
                ? !minor
                : minor && eid.authorityOf(challenge.actor()).isPresent();
        boolean free = eid.liveBinding()
                .map(live -> challenge.replacing() != null && live.id() == challenge.replacing())
                .orElse(true);
        return authority && free && eid.card().status() != CardStatus.CANCELLED;
    }

    /** Every event that was done is a step of the table. */
    private void follow(EidEvent event, String where) {
        BindingAct act = ACTS.get(event.event().kind());
        if (act == null || event.event().refusal().isPresent()) {
            return;
        }
        UUID binding = Objects.requireNonNull(event.binding());
        BindingStatus next = BindingMachine.next(statuses.get(binding), act)
                .orElseThrow(() -> new AssertionError(where + ": " + act + " from " + statuses.get(binding)));
        statuses.put(binding, next);
    }

    private void checkStanding(String where) {
        Map<UUID, BindingStatus> standing = new HashMap<>();
        for (Eid eid : standing()) {
            eid.bindings().forEach(held -> standing.put(held.handle(), held.status()));
            List<HeldBinding> live =
                    eid.bindings().stream().filter(HeldBinding::isLive).toList();
            assertThat(live).as("%s: at most one is live", where).hasSizeLessThanOrEqualTo(1);
            for (HeldBinding held : live) {
                assertThat(eid.card().status()).as(where).isNotEqualTo(CardStatus.CANCELLED);
                assertThat(!held.way().byGuardian()
                                || !eid.isMinorOn(life.clock.today())
                                || eid.authorityOf(held.actor()).isPresent())
                        .as("%s: bound by whoever still has authority", where)
                        .isTrue();
            }
        }
        assertThat(standing)
                .as("%s: what stands is what the record says", where)
                .isEqualTo(statuses);
    }

    /** The same request changes nothing and gets what it got, or finds nothing any more. */
    private void repeat(Asked before, String where) {
        List<Eid> standing = standing();
        Answer<?> again = Life.done(before.attempt().ask().get());
        assertThat(standing())
                .as("%s, repeated: %s", where, before.attempt().name())
                .isEqualTo(standing);
        if (before.answer() instanceof Answer.Given<?> given && given.value() instanceof EidEvent event) {
            assertThat(again)
                    .as("%s, repeated: %s", where, before.attempt().name())
                    .isIn(new Answer.Given<>(event, true), new Answer.NotFound<>());
            assertThat(newEvents()).isEmpty();
        }
        if (before.answer() instanceof Answer.Refused<?> refused && again instanceof Answer.Refused<?> same) {
            assertThat(same.why()).as(where).isEqualTo(refused.why());
            assertThat(same.event()).isEqualTo(refused.event());
        }
        newEvents();
    }

    private List<EidEvent> newEvents() {
        List<EidEvent> all = life.ledger.events();
        List<EidEvent> fresh = all.subList(seen, all.size());
        seen = all.size();
        return fresh;
    }

    private List<Eid> standing() {
        return LongStream.rangeClosed(1, RandomActs.FAMILY)
                .mapToObj(life.people::eid)
                .toList();
    }
}
