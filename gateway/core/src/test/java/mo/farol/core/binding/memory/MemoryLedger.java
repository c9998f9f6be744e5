package mo.farol.core.binding.memory;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.OnceKind;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.binding.Ruling;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.core.verification.AttemptIds;

/** One act at a time, all of a ruling or nothing, nothing twice. */
public final class MemoryLedger implements EidLedger {
    private final People people;
    private final HandClock clock;
    private final AttemptIds ids;
    private final Applied applied;
    private final Map<String, Remembered> requests = new HashMap<>();
    private final List<EidEvent> events = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private boolean losesNextAnswer;

    private record Remembered(byte[] hash, Entered entered) {}

    /** A notice: to whom, about whose e-ID, and of which event. */
    public record Told(long to, NoticeKind kind, long about, EidEvent of) {}

    public MemoryLedger(People people, HandClock clock) {
        this.people = people;
        this.clock = clock;
        this.ids = new AttemptIds(clock, new Random(2));
        this.applied = new Applied(people);
    }

    @Override
    public Future<Entered> decide(long resident, RequestKey request, Rule rule) {
        synchronized (people) {
            String scope = HexFormat.of().formatHex(request.scope());
            Remembered before = requests.get(scope);
            if (before != null) {
                return Future.succeededFuture(
                        Arrays.equals(before.hash(), request.hash())
                                ? replayed(before.entered())
                                : new Entered.KeyReused());
            }
            Entered entered = enter(people.eid(resident), rule);
            requests.put(scope, new Remembered(request.hash(), entered));
            return answer(entered);
        }
    }

    private Future<Entered> answer(Entered entered) {
        boolean lost = losesNextAnswer;
        losesNextAnswer = false;
        return lost
                ? Future.failedFuture(new ArbiterUnreachable("the connection was lost at commit"))
                : Future.succeededFuture(entered);
    }

    private Entered enter(Eid eid, Rule rule) {
        Instant now = clock.instant();
        Ruling ruling = pure(rule, eid, now);
        Optional<BindingRefusal> spent = applied.spent(eid.resident(), ruling.changes());
        if (spent.isPresent()) {
            NewEvent refused = refused(ruling.events().getFirst(), spent.get());
            return record(eid, now, new Ruling(List.of(refused), List.of(), List.of()));
        }
        return record(eid, now, ruling);
    }

    /** A commit that has to be repeated asks again and must get the same. */
    private static Ruling pure(Rule rule, Eid eid, Instant now) {
        Ruling first = rule.on(eid, now);
        Ruling second = rule.on(eid, now);
        if (!first.events().equals(second.events()) || !first.notices().equals(second.notices())) {
            throw new IllegalStateException("a rule ruled differently on the same");
        }
        return first;
    }

    private static NewEvent refused(NewEvent event, BindingRefusal why) {
        Long about = event.about() != null && event.about() == NewEvent.THE_NEW_BINDING ? null : event.about();
        return new NewEvent(
                event.kind(), about, Optional.of(why), event.channel(), event.actor(), event.reason(), event.detail());
    }

    private Entered record(Eid eid, Instant now, Ruling ruling) {
        List<EidEvent> entered = applied.enter(eid, now, ruling, ids);
        events.addAll(entered);
        EidEvent first = entered.getFirst();
        ruling.notices().forEach(notice -> told.add(new Told(notice.to(), notice.kind(), eid.resident(), first)));
        return first.event()
                .refusal()
                .<Entered>map(why -> new Entered.Refused(why, first, false))
                .orElseGet(() -> new Entered.Done(first, false));
    }

    private static Entered replayed(Entered entered) {
        return switch (entered) {
            case Entered.Done done -> new Entered.Done(done.event(), true);
            case Entered.Refused refused -> new Entered.Refused(refused.why(), refused.event(), true);
            case Entered.KeyReused reused -> reused;
        };
    }

    /** The next act is committed, and nobody hears of it. */
    public void loseNextAnswer() {
        synchronized (people) {
            losesNextAnswer = true;
        }
    }

    /** Requests of long ago are forgotten. */
    public void forgetRequests() {
        synchronized (people) {
            requests.clear();
        }
    }

    public boolean isUsed(OnceKind kind, byte[] key) {
        synchronized (people) {
            return applied.spent(0, List.of(new Change.UseOnce(kind, key, Instant.MAX)))
                    .isPresent();
        }
    }

    /** Everything on record, oldest first. */
    public List<EidEvent> events() {
        synchronized (people) {
            return List.copyOf(events);
        }
    }

    /** Everything that anybody was told, oldest first. */
    public List<Told> told() {
        synchronized (people) {
            return List.copyOf(told);
        }
    }
}
