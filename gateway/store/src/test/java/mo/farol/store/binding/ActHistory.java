package mo.farol.store.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingMachine;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.store.resident.StoredNumbers;
import mo.farol.store.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What callers saw of many acts and scans at once, and what the database recorded of them. It checks that at every instant
 * an e-ID had at most one live binding (I12), that acts took effect between their request and their acknowledgement, and
 * that no scan was accepted whose binding could not have been active while it was asked (I2).
 */
final class ActHistory {
    private static final StoredNumbers<EventKind> EVENTS = new StoredNumbers<>(EventKind.class, EventKind::number);
    private final Map<String, Span> acts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Scan> accepted = new ConcurrentLinkedQueue<>();

    /** An act that was acknowledged. */
    void acknowledged(EidEvent event, long begun) {
        acts.put(moment(event.resident(), event.at().toString()), new Span(begun, System.nanoTime()));
    }

    /** A scan that was accepted. */
    void accepted(long binding, long begun) {
        accepted.add(new Scan(binding, new Span(begun, System.nanoTime())));
    }

    int acceptedScans() {
        return accepted.size();
    }

    /** Checks all of it, and returns how many events the database recorded. */
    int check(TestDatabase database) throws SQLException {
        Map<Long, List<Recorded>> byResident = recorded(database);
        Map<Long, List<Recorded>> byBinding = new HashMap<>();
        Map<Long, BindingStatus> last = new HashMap<>();
        byResident.values().forEach(events -> {
            checkOrder(events);
            replay(events, last, byBinding);
        });
        last.forEach(
                (binding, status) -> assertThat(database.number("SELECT status FROM binding WHERE id = " + binding))
                        .isEqualTo(status.number()));
        accepted.forEach(scan -> checkScan(scan, byBinding.getOrDefault(scan.binding(), List.of())));
        return byResident.values().stream().mapToInt(List::size).sum();
    }

    private static void replay(
            List<Recorded> events, Map<Long, BindingStatus> last, Map<Long, List<Recorded>> byBinding) {
        @Nullable Long live = null;
        for (Moment moment : moments(events)) {
            for (Recorded event : moment.events()) {
                BindingStatus before = last.get(event.binding());
                Optional<BindingStatus> next = BindingMachine.next(before, event.act());
                assertThat(next).as("%s after %s", event.act(), before).isPresent();
                last.put(event.binding(), next.orElseThrow());
                byBinding
                        .computeIfAbsent(event.binding(), none -> new ArrayList<>())
                        .add(event);
            }
            List<Long> living = moment.touched().stream()
                    .filter(binding -> isLive(last.get(binding)))
                    .toList();
            if (live != null && isLive(last.get(live)) && !living.contains(live)) {
                living = new ArrayList<>(living);
                living.add(live);
            }
            assertThat(living).as("live bindings of one e-ID").hasSizeLessThanOrEqualTo(1);
            live = living.isEmpty() ? null : living.getFirst();
        }
    }

    /** An act that was acknowledged before another was asked for comes before it. */
    private void checkOrder(List<Recorded> events) {
        long latestBegun = Long.MIN_VALUE;
        for (Recorded event : events) {
            assertThat(event.span().acknowledged()).isGreaterThanOrEqualTo(latestBegun);
            latestBegun = Math.max(latestBegun, event.span().begun());
        }
    }

    private void checkScan(Scan scan, List<Recorded> events) {
        boolean possible = false;
        for (int i = 0; i < events.size(); i++) {
            boolean activated =
                    events.get(i).act() == BindingAct.BIND || events.get(i).act() == BindingAct.RESUME;
            boolean begunInTime = events.get(i).span().begun() <= scan.span().acknowledged();
            boolean stillActive = i + 1 == events.size()
                    || events.get(i + 1).span().acknowledged() >= scan.span().begun();
            possible |= activated && begunInTime && stillActive;
        }
        assertThat(possible).as("a scan of a binding that was not active").isTrue();
    }

    private Map<Long, List<Recorded>> recorded(TestDatabase database) throws SQLException {
        Map<Long, List<Recorded>> events = new HashMap<>();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT resident, binding, kind, refusal, at FROM eid_event"
                        + " WHERE refusal = 0 ORDER BY resident, id")) {
            while (rows.next()) {
                long resident = rows.getLong("resident");
                String at = rows.getObject("at", java.time.OffsetDateTime.class)
                        .toInstant()
                        .toString();
                Span span = Objects.requireNonNull(acts.get(moment(resident, at)), "an event that nobody was told of");
                events.computeIfAbsent(resident, none -> new ArrayList<>())
                        .add(new Recorded(rows.getLong("binding"), act(rows.getInt("kind")), at, span));
            }
        }
        return events;
    }

    private static List<Moment> moments(List<Recorded> events) {
        List<Moment> moments = new ArrayList<>();
        for (Recorded event : events) {
            if (moments.isEmpty() || !moments.getLast().at().equals(event.at())) {
                moments.add(new Moment(event.at(), new ArrayList<>()));
            }
            moments.getLast().events().add(event);
        }
        return moments;
    }

    private static boolean isLive(@Nullable BindingStatus status) {
        return status == BindingStatus.ACTIVE || status == BindingStatus.SUSPENDED;
    }

    private static BindingAct act(int kind) {
        EventKind event = EVENTS.of(kind);
        return switch (event) {
            case BOUND -> BindingAct.BIND;
            case SUPERSEDED -> BindingAct.SUPERSEDE;
            case SUSPENDED -> BindingAct.SUSPEND;
            case RESUMED -> BindingAct.RESUME;
            case UNBOUND -> BindingAct.UNBIND;
            case GUARDIAN_GRANTED,
                    GUARDIAN_WITHDRAWN,
                    CARD_EVENT,
                    KIOSK_NUMBER,
                    COUNTER_CASE,
                    TURNING_18,
                    ACCOUNT_LINKED,
                    ACCOUNT_UNLINKED,
                    ACCOUNT_CASE -> throw new IllegalStateException("no act of a binding: " + event);
        };
    }

    private static String moment(long resident, String at) {
        return resident + " " + at;
    }

    /** In the tester's own nanoseconds. */
    private record Span(long begun, long acknowledged) {}

    private record Scan(long binding, Span span) {}

    private record Recorded(long binding, BindingAct act, String at, Span span) {}

    private record Moment(String at, List<Recorded> events) {
        List<Long> touched() {
            return events.stream().map(Recorded::binding).distinct().toList();
        }
    }
}
