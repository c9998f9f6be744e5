package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import mo.farol.core.civilregistry.HeldGuardianship;
import mo.farol.core.civilregistry.Loaded;
import mo.farol.core.civilregistry.Outcome;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RegistryGuardianship;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.registry.IdNumber;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.ResidentKeys;
import mo.farol.store.batch.Columns;
import mo.farol.store.civilregistry.GuardianshipLookUp.OnFile;
import mo.farol.store.civilregistry.GuardianshipLookUp.Pair;

/** Enters the guardianships of a batch. */
final class GuardianshipLoading {
    private static final String PUT = """
            INSERT INTO guardianship (minor, guardian, kind, in_force, sequence)
            SELECT minor, guardian, kind, in_force, sequence
            FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::boolean[], $5::bigint[])
                AS g(minor, guardian, kind, in_force, sequence)
            ON CONFLICT (minor, guardian) DO UPDATE
            SET kind = excluded.kind, in_force = excluded.in_force, sequence = excluded.sequence
            """;

    private record Told(RegistryGuardianship row, Optional<OnFile> minor, Optional<OnFile> guardian) {
        Optional<Pair> pair() {
            return minor.flatMap(ward -> guardian.map(elder -> new Pair(ward.id(), elder.id())));
        }
    }

    /** What stands, once the minors are locked. */
    private record Standing(Map<Pair, HeldGuardianship> held, Set<Long> bound) {}

    private final NumberIndex index;
    private final GuardianshipLookUp lookUp;
    private final Supplier<LocalDate> today;

    /** @param today in Macau */
    GuardianshipLoading(NumberIndex index, ResidentKeys keys, Supplier<LocalDate> today) {
        this.index = index;
        this.lookUp = new GuardianshipLookUp(keys);
        this.today = today;
    }

    /** @return what became of each, in the order given */
    Future<List<Outcome>> load(SqlConnection connection, List<RegistryGuardianship> rows) {
        Map<IdNumber, Buffer> indexes = new HashMap<>();
        for (RegistryGuardianship row : rows) {
            indexes.computeIfAbsent(row.minor(), number -> Buffer.buffer(index.of(number)));
            indexes.computeIfAbsent(row.guardian(), number -> Buffer.buffer(index.of(number)));
        }
        return lookUp.people(connection, Set.copyOf(indexes.values())).compose(people -> {
            List<Told> told = rows.stream()
                    .map(row -> new Told(
                            row,
                            Optional.ofNullable(people.get(indexes.get(row.minor()))),
                            Optional.ofNullable(people.get(indexes.get(row.guardian())))))
                    .toList();
            return standing(connection, told).compose(standing -> enter(connection, told, standing));
        });
    }

    private Future<Standing> standing(SqlConnection connection, List<Told> rows) {
        List<Pair> pairs = rows.stream().flatMap(row -> row.pair().stream()).toList();
        return lookUp.lock(connection, pairs)
                .compose(locked -> lookUp.held(connection, pairs))
                .compose(held -> lookUp.bound(connection, pairs).map(bound -> new Standing(held, bound)));
    }

    private Future<List<Outcome>> enter(SqlConnection connection, List<Told> rows, Standing standing) {
        List<Told> puts = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Told told : rows) {
            Outcome outcome = judge(told, standing);
            if (outcome == Loaded.ADDED || outcome == Loaded.CHANGED) {
                puts.add(told);
            }
            outcomes.add(outcome);
        }
        return put(connection, puts).map(outcomes);
    }

    private Outcome judge(Told told, Standing standing) {
        if (told.minor().isEmpty()) {
            return Rejection.of(Reason.MINOR_UNKNOWN);
        }
        if (told.guardian().isEmpty()) {
            return Rejection.of(Reason.GUARDIAN_UNKNOWN);
        }
        Optional<HeldGuardianship> held = told.pair().map(standing.held()::get);
        if (held.filter(there -> there.isLike(told.row())).isPresent()) {
            return Loaded.SAME;
        }
        boolean bound = standing.bound().contains(told.minor().get().id());
        return held.flatMap(there -> there.refusal(told.row()))
                .or(() -> refusedByAge(
                        told.row(),
                        told.minor().get().born(),
                        told.guardian().get().born()))
                .or(() -> refusedByBinding(told.row(), held, bound))
                .<Outcome>map(Rejection::of)
                .orElse(held.isPresent() ? Loaded.CHANGED : Loaded.ADDED);
    }

    private Optional<Reason> refusedByAge(
            RegistryGuardianship told, Optional<LocalDate> minorBorn, Optional<LocalDate> guardianBorn) {
        return minorBorn.isEmpty() || guardianBorn.isEmpty()
                ? Optional.of(Reason.AGE_UNKNOWN)
                : told.refusedByAge(minorBorn.get(), guardianBorn.get(), today.get());
    }

    /** Who may act for a minor whose e-ID is on a phone changes by an event, which acts on the phone and tells people. */
    private static Optional<Reason> refusedByBinding(
            RegistryGuardianship told, Optional<HeldGuardianship> held, boolean bound) {
        boolean before = held.map(HeldGuardianship::inForce).orElse(false);
        return bound && before != told.inForce() ? Optional.of(Reason.EVENT_NEEDED) : Optional.empty();
    }

    private static Future<Void> put(SqlConnection connection, List<Told> rows) {
        if (rows.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Pair> pairs = rows.stream().flatMap(told -> told.pair().stream()).toList();
        return connection
                .preparedQuery(PUT)
                .execute(Tuple.of(
                        Columns.longs(pairs, Pair::minor),
                        Columns.longs(pairs, Pair::guardian),
                        Columns.integers(rows, told -> told.row().kind().number()),
                        Columns.booleans(rows, told -> told.row().inForce()),
                        Columns.longs(rows, told -> told.row().sequence())))
                .mapEmpty();
    }
}
