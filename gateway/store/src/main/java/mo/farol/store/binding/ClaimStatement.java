package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.store.batch.Columns;
import mo.farol.store.connection.SqlText;
import org.jspecify.annotations.Nullable;

/** {@code claim.sql}: takes what a ruling needs and somebody else may have taken before. */
final class ClaimStatement {
    private static final String SQL = SqlText.of(ClaimStatement.class, "claim.sql");
    private static final String GIVE_BACK = "DELETE FROM used_once WHERE kind = $1::smallint AND key = $2";

    private final SealedPhones phones;

    ClaimStatement(SealedPhones phones) {
        this.phones = phones;
    }

    Future<Claimed> run(OneTransaction transaction, LockedEid locked, Changes changes) {
        if (!changes.claimAnything()) {
            return LinkStatement.run(transaction, locked, changes).map(refusal -> new Claimed(refusal, null));
        }
        return transaction.run(SQL, tuple(locked, changes)).compose(rows -> taken(transaction, locked, changes, rows));
    }

    private Tuple tuple(LockedEid locked, Changes changes) {
        List<Change.UseOnce> once = changes.once();
        Change.Bind bind = changes.bind();
        Tuple tuple = Tuple.tuple();
        tuple.addValue(Columns.integers(once, use -> use.kind().number()));
        tuple.addValue(Columns.bytes(once, Change.UseOnce::key));
        tuple.addValue(once.stream()
                .map(use -> use.forgetAfter().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
        long resident = locked.eid().resident();
        tuple.addLong(resident);
        tuple.addValue(bind == null ? null : bind.keyId().value());
        tuple.addValue(bind == null ? null : Buffer.buffer(bind.key().point()));
        tuple.addValue(bind == null ? null : bind.way().number());
        tuple.addValue(bind == null ? null : bind.actor());
        tuple.addValue(bind == null ? null : bind.level().number());
        tuple.addValue(bind == null ? null : Buffer.buffer(phones.seal(resident, locked.wrappedKey(), bind.phone())));
        return tuple;
    }

    private static Future<Claimed> taken(
            OneTransaction transaction, LockedEid locked, Changes changes, RowSet<Row> rows) {
        List<Row> uses = new ArrayList<>();
        Long binding = null;
        for (Row row : rows) {
            if (row.getLong("binding") != null) {
                binding = row.getLong("binding");
            } else {
                uses.add(row);
            }
        }
        Optional<BindingRefusal> refusal = changes.once().stream()
                .filter(use -> uses.stream().noneMatch(row -> isOf(row, use)))
                .findFirst()
                .map(use -> use.kind().refusal());
        if (refusal.isEmpty() && changes.bind() != null && binding == null) {
            refusal = Optional.of(BindingRefusal.KEY_ALREADY_USED);
        }
        Long bound = binding;
        return refusal.map(why -> Future.succeededFuture(Optional.of(why)))
                .orElseGet(() -> LinkStatement.run(transaction, locked, changes))
                .map(why -> new Claimed(why, bound))
                .compose(claimed -> claimed.refusal().isEmpty()
                        ? Future.succeededFuture(claimed)
                        : givenBack(transaction, uses).map(claimed));
    }

    /** What a refused act took is free again. Nobody saw it taken. */
    private static Future<Void> givenBack(OneTransaction transaction, List<Row> uses) {
        Future<Void> done = Future.succeededFuture();
        for (Row use : uses) {
            done = done.compose(before -> transaction
                    .run(GIVE_BACK, Tuple.of(use.getInteger("kind"), use.getBuffer("key")))
                    .mapEmpty());
        }
        return done;
    }

    private static boolean isOf(Row row, Change.UseOnce use) {
        return row.getInteger("kind") == use.kind().number()
                && Arrays.equals(row.getBuffer("key").getBytes(), use.key());
    }

    /**
     * @param refusal why the ruling cannot be entered as it is
     * @param newBinding the row of the binding that waits to become active
     */
    record Claimed(
            Optional<BindingRefusal> refusal, @Nullable Long newBinding) {}
}
