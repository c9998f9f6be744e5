package mo.farol.server.eid;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.resident.AccessRecordView;
import mo.farol.core.resident.BindingView;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.NoticeView;
import mo.farol.core.resident.Page;
import mo.farol.core.resident.Reports;
import mo.farol.core.resident.ResidentViews;
import org.jspecify.annotations.Nullable;

/** Shows {@link Samples} to the parent, and to everybody else that there is nothing. */
public final class FakeViews implements ResidentViews, Reports {
    public final List<List<@Nullable Object>> asked = new CopyOnWriteArrayList<>();

    /** When set, what every question fails with. */
    public volatile @Nullable Throwable failure;

    public volatile boolean firstReport = true;
    /** When false, nothing is the parent's any more. */
    public volatile boolean family = true;

    public List<@Nullable Object> last() {
        return asked.getLast();
    }

    private <T> Future<T> answer(T value, @Nullable Object... call) {
        asked.add(Arrays.asList(call));
        Throwable why = failure;
        return why == null ? Future.succeededFuture(value) : Future.failedFuture(why);
    }

    private boolean isFamily(long resident, Optional<UUID> eid) {
        return family
                && resident == Samples.PARENT
                && eid.map(Samples.EID::equals).orElse(true);
    }

    @Override
    public Future<List<EidView>> eids(long resident) {
        return answer(
                isFamily(resident, Optional.empty()) ? List.of(Samples.eid(), Samples.ward()) : List.of(), "eids");
    }

    @Override
    public Future<Optional<List<BindingView>>> bindings(long resident, UUID eid) {
        return answer(
                isFamily(resident, Optional.of(eid))
                        ? Optional.of(
                                List.of(Samples.binding(BindingStatus.ACTIVE), Samples.binding(BindingStatus.UNBOUND)))
                        : Optional.empty(),
                "bindings",
                eid);
    }

    @Override
    public Future<Page<AccessRecordView>> accessRecords(
            long resident, Optional<UUID> eid, Optional<UUID> after, int atMost) {
        return answer(
                isFamily(resident, eid)
                        ? new Page<>(List.of(Samples.record(Samples.RECORD)), Optional.of(Samples.RECORD))
                        : new Page<>(List.of(), Optional.empty()),
                "accessRecords",
                eid,
                after,
                atMost);
    }

    @Override
    public Future<Page<EidEvent>> events(long resident, Optional<UUID> eid, Optional<UUID> after, int atMost) {
        List<EidEvent> events = List.of(
                Samples.event(EventKind.SUSPENDED, Channel.APP, new Actor.Resident(Samples.PARENT)),
                Samples.event(EventKind.SUSPENDED, Channel.APP, new Actor.Resident(Samples.CHILD)),
                Samples.event(EventKind.UNBOUND, Channel.DSI_COUNTER, new Actor.Operator(List.of("o-1", "o-2"))),
                Samples.event(EventKind.BOUND, Channel.KIOSK, new Actor.Kiosk(5)),
                Samples.event(EventKind.TURNING_18, Channel.GATEWAY, new Actor.Policy()),
                Samples.refusal(BindingRefusal.FACE_NOT_MATCHED));
        return answer(
                new Page<>(isFamily(resident, eid) ? events : List.of(), Optional.empty()),
                "events",
                eid,
                after,
                atMost);
    }

    @Override
    public Future<Page<NoticeView>> notices(long resident, boolean unreadOnly, Optional<UUID> after, int atMost) {
        return answer(
                isFamily(resident, Optional.empty())
                        ? new Page<>(List.of(Samples.notice()), Optional.empty())
                        : new Page<>(List.of(), Optional.empty()),
                "notices",
                unreadOnly,
                after,
                atMost);
    }

    @Override
    public Future<Boolean> markRead(long resident, UUID notice) {
        return answer(resident == Samples.PARENT && notice.equals(Samples.EVENT), "markRead", notice);
    }

    @Override
    public Future<Optional<Report>> add(long resident, UUID accessRecord, String text) {
        return answer(
                resident == Samples.PARENT && accessRecord.equals(Samples.RECORD)
                        ? Optional.of(new Report(Samples.EARLIER, firstReport))
                        : Optional.empty(),
                "report",
                accessRecord,
                text);
    }
}
