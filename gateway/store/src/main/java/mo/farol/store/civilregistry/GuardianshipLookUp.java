package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.civilregistry.HeldGuardianship;
import mo.farol.core.policy.Field;
import mo.farol.store.atrest.ResidentKeys;

/** What is on file of the people of a batch of guardianships. */
final class GuardianshipLookUp {
    private static final String PEOPLE = """
            SELECT r.id, r.number_index, r.wrapped_key, f.sealed AS born
            FROM resident r LEFT JOIN resident_field f ON f.resident = r.id AND f.field = $2
            WHERE r.number_index = ANY($1::bytea[])
            """;
    private static final String LOCK = """
            SELECT id FROM resident WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
            """;
    private static final String HELD = """
            SELECT g.minor, g.guardian, g.kind, g.in_force, g.sequence
            FROM unnest($1::bigint[], $2::bigint[]) AS p(minor, guardian) JOIN guardianship g USING (minor, guardian)
            """;
    private static final String BOUND = """
            SELECT resident FROM binding WHERE resident = ANY($1::bigint[]) AND status IN (1, 2)
            """;

    /** @param born empty when it is not on file or does not open */
    record OnFile(long id, Optional<LocalDate> born) {}

    record Pair(long minor, long guardian) {}

    private final ResidentKeys keys;

    GuardianshipLookUp(ResidentKeys keys) {
        this.keys = keys;
    }

    /** Whoever of them is on file, by number index. */
    Future<Map<Buffer, OnFile>> people(SqlConnection connection, Set<Buffer> indexes) {
        return connection
                .preparedQuery(PEOPLE)
                .execute(Tuple.of(indexes.toArray(Buffer[]::new), Field.BIRTH_DATE.bit()))
                .map(rows -> {
                    Map<Buffer, OnFile> people = new HashMap<>();
                    rows.forEach(row -> people.put(row.getBuffer("number_index"), person(row)));
                    return people;
                });
    }

    /** Locks the minors' rows, as every change of their e-IDs does. */
    Future<Void> lock(SqlConnection connection, Collection<Pair> pairs) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(minors(pairs))).mapEmpty();
    }

    Future<Map<Pair, HeldGuardianship>> held(SqlConnection connection, Collection<Pair> pairs) {
        Long[] minors = pairs.stream().map(Pair::minor).toArray(Long[]::new);
        Long[] guardians = pairs.stream().map(Pair::guardian).toArray(Long[]::new);
        // With two arrays alone, the second would be taken apart.
        Tuple columns = Tuple.of(minors, (Object) guardians);
        return connection.preparedQuery(HELD).execute(columns).map(rows -> {
            Map<Pair, HeldGuardianship> held = new HashMap<>();
            rows.forEach(row -> held.put(
                    new Pair(row.getLong("minor"), row.getLong("guardian")),
                    new HeldGuardianship(
                            Numbers.guardianKind(row.getInteger("kind")),
                            row.getBoolean("in_force"),
                            row.getLong("sequence"))));
            return held;
        });
    }

    /** The minors whose e-ID is on a phone. */
    Future<Set<Long>> bound(SqlConnection connection, Collection<Pair> pairs) {
        return connection.preparedQuery(BOUND).execute(Tuple.of(minors(pairs))).map(rows -> {
            Set<Long> bound = new HashSet<>();
            rows.forEach(row -> bound.add(row.getLong("resident")));
            return bound;
        });
    }

    private static Long[] minors(Collection<Pair> pairs) {
        return pairs.stream().map(Pair::minor).distinct().toArray(Long[]::new);
    }

    private OnFile person(Row row) {
        long id = row.getLong("id");
        Optional<LocalDate> born = Optional.ofNullable(row.getBuffer("born"))
                .flatMap(ciphertext -> keys.of(id, row.getBuffer("wrapped_key").getBytes())
                        .flatMap(key -> key.open(Field.BIRTH_DATE, ciphertext.getBytes())))
                .map(LocalDate::parse);
        return new OnFile(id, born);
    }
}
