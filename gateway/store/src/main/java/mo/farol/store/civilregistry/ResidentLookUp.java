package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.civilregistry.ImportStopped;
import mo.farol.core.policy.Field;
import mo.farol.store.atrest.ResidentKeys;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of the residents of a batch. Their rows are locked first, in the order of their ids as every change of
 * an e-ID locks them, and all else is read in later statements: one that waits for a lock would see old cards.
 */
final class ResidentLookUp {
    private static final String LOCK = """
            SELECT id, number_index, wrapped_key, multiple FROM resident
            WHERE number_index = ANY($1::bytea[]) ORDER BY id FOR NO KEY UPDATE
            """;
    private static final String CARDS_AND_CONTACTS = """
            SELECT r.id, c.status, c.expires, c.sequence, c.dead, k.language, k.sealed_email,
                   EXISTS (SELECT FROM binding b WHERE b.resident = r.id AND b.status IN (1, 2)) AS bound
            FROM unnest($1::bigint[]) AS r(id)
            LEFT JOIN card c ON c.resident = r.id
            LEFT JOIN contact k ON k.resident = r.id
            """;
    // A photo of another length is another photo: it is not fetched, so that a batch's memory follows the file's size.
    private static final String FIELDS = """
            SELECT f.resident, f.field,
                   CASE WHEN f.field <> $3 OR octet_length(f.sealed) = r.photo THEN f.sealed END AS sealed
            FROM unnest($1::bigint[], $2::integer[]) AS r(id, photo)
            JOIN resident_field f ON f.resident = r.id
            """;

    private final ResidentKeys keys;

    ResidentLookUp(ResidentKeys keys) {
        this.keys = keys;
    }

    /**
     * @param photoLengths by number index, how long the ciphertext of the row's photo would be; -1 when it has none
     * @return those on file, by number index
     */
    Future<Map<Buffer, HeldResident>> find(SqlConnection connection, Map<Buffer, Integer> photoLengths) {
        Buffer[] indexes = photoLengths.keySet().toArray(Buffer[]::new);
        return connection.preparedQuery(LOCK).execute(Tuple.of(indexes)).compose(locked -> {
            if (locked.size() == 0) {
                return Future.succeededFuture(Map.of());
            }
            Long[] ids = new Long[locked.size()];
            Integer[] photos = new Integer[locked.size()];
            int i = 0;
            for (Row row : locked) {
                ids[i] = row.getLong("id");
                photos[i] = photoLengths.get(row.getBuffer("number_index"));
                i++;
            }
            return connection
                    .preparedQuery(CARDS_AND_CONTACTS)
                    .execute(Tuple.of(ids))
                    .compose(cards -> connection
                            .preparedQuery(FIELDS)
                            .execute(Tuple.of(ids, photos, Field.PHOTO.bit()))
                            .compose(fields -> together(locked, byId(cards), fieldsById(fields))));
        });
    }

    private Future<Map<Buffer, HeldResident>> together(
            RowSet<Row> locked, Map<Long, Row> cards, Map<Long, Map<Field, Optional<byte[]>>> fields) {
        Map<Buffer, HeldResident> held = new HashMap<>();
        for (Row row : locked) {
            long id = row.getLong("id");
            var key = keys.of(id, row.getBuffer("wrapped_key").getBytes());
            Row card = cards.get(id);
            if (key.isEmpty() || card == null) {
                return Future.failedFuture(new ImportStopped("a resident's data key does not open"));
            }
            HeldResident resident = new HeldResident(
                    id,
                    key.get(),
                    row.getBoolean("multiple"),
                    fields.getOrDefault(id, Map.of()),
                    card(card),
                    card.getBoolean("bound"),
                    contact(card));
            held.put(row.getBuffer("number_index"), resident);
        }
        return Future.succeededFuture(held);
    }

    private static Map<Long, Row> byId(RowSet<Row> rows) {
        Map<Long, Row> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.getLong("id"), row));
        return byId;
    }

    private static Map<Long, Map<Field, Optional<byte[]>>> fieldsById(RowSet<Row> rows) {
        Map<Long, Map<Field, Optional<byte[]>>> fields = new HashMap<>();
        for (Row row : rows) {
            fields.computeIfAbsent(row.getLong("resident"), id -> new EnumMap<>(Field.class))
                    .put(Numbers.field(row.getInteger("field")), bytes(row, "sealed"));
        }
        return fields;
    }

    private static @Nullable HeldCard card(Row row) {
        Integer status = row.getInteger("status");
        return status == null
                ? null
                : new HeldCard(
                        Numbers.cardStatus(status),
                        row.getLocalDate("expires"),
                        row.getLong("sequence"),
                        row.getBoolean("dead"));
    }

    private static @Nullable HeldContact contact(Row row) {
        Integer language = row.getInteger("language");
        return language == null ? null : new HeldContact(Numbers.language(language), bytes(row, "sealed_email"));
    }

    private static Optional<byte[]> bytes(Row row, String column) {
        return Optional.ofNullable(row.getBuffer(column)).map(Buffer::getBytes);
    }
}
