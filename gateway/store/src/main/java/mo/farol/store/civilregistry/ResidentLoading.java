package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.core.civilregistry.Loaded;
import mo.farol.core.civilregistry.Outcome;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.ResidentKey;
import mo.farol.store.atrest.ResidentKeys;
import mo.farol.store.atrest.SealedText;

/** Adds the residents of a batch that are not on file, and changes those that are where they differ. */
final class ResidentLoading {
    private static final PreferredLanguage LANGUAGE_IF_NOT_SAID = PreferredLanguage.ZH_HANT;
    private static final String DRAW_IDS = """
            SELECT nextval(pg_get_serial_sequence('resident', 'id')) AS id FROM generate_series(1, $1)
            """;

    private final NumberIndex index;
    private final ResidentKeys keys;
    private final ResidentLookUp lookUp;

    ResidentLoading(NumberIndex index, ResidentKeys keys) {
        this.index = index;
        this.keys = keys;
        this.lookUp = new ResidentLookUp(keys);
    }

    /** @return what became of each, in the order given */
    Future<List<Outcome>> load(SqlConnection connection, List<RegistryResident> residents) {
        Map<Buffer, RegistryResident> byIndex = new LinkedHashMap<>();
        Map<Buffer, Integer> photos = new LinkedHashMap<>();
        for (RegistryResident resident : residents) {
            Buffer key = Buffer.buffer(index.of(resident.number()));
            byIndex.put(key, resident);
            photos.put(key, sealedLength(resident.fields().get(Field.PHOTO)));
        }
        return lookUp.find(connection, photos)
                .compose(held -> ids(connection, byIndex.size() - held.size()).compose(ids -> {
                    ResidentWrites writes = new ResidentWrites();
                    ResidentChanges changes = new ResidentChanges(writes);
                    List<Outcome> outcomes = new ArrayList<>();
                    byIndex.forEach((key, told) -> {
                        HeldResident known = held.get(key);
                        outcomes.add(
                                known == null
                                        ? add(writes, ids.remove(), key.getBytes(), told)
                                        : changes.of(known, told));
                    });
                    return writes.send(connection).map(outcomes);
                }));
    }

    private Outcome add(ResidentWrites writes, long id, byte[] numberIndex, RegistryResident told) {
        ResidentKey key = keys.fresh(id);
        writes.add(id, key.wrapped(), numberIndex, Boolean.TRUE.equals(told.multiple()));
        told.fields().forEach((field, value) -> {
            if (!value.isEmpty()) {
                writes.field(id, field, key.seal(field, value));
            }
        });
        writes.card(id, told.card());
        String email = told.email();
        writes.contact(
                id,
                told.language() == null ? LANGUAGE_IF_NOT_SAID : told.language(),
                email == null || email.isEmpty() ? null : key.seal(SealedText.EMAIL, email));
        return Loaded.ADDED;
    }

    private static Future<Deque<Long>> ids(SqlConnection connection, int count) {
        if (count == 0) {
            return Future.succeededFuture(new ArrayDeque<>());
        }
        return connection.preparedQuery(DRAW_IDS).execute(Tuple.of(count)).map(rows -> {
            Deque<Long> ids = new ArrayDeque<>();
            rows.forEach(row -> ids.add(row.getLong("id")));
            return ids;
        });
    }

    private static int sealedLength(@org.jspecify.annotations.Nullable String photo) {
        return photo == null ? -1 : photo.getBytes(StandardCharsets.UTF_8).length + ResidentKeys.overhead();
    }
}
