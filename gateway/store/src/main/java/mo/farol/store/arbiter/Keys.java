package mo.farol.store.arbiter;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import mo.farol.core.verification.Redemption;
import mo.farol.store.batch.Columns;
import mo.farol.store.challenge.Nonces;
import mo.farol.token.Nonce;

/** The columns that the three statements of the arbiter share. */
final class Keys {
    private Keys() {}

    /** Attempt, key_id, iat, cti. */
    static Tuple tuple(List<Redemption> batch) {
        Tuple tuple = Tuple.tuple();
        tuple.addValue(Columns.uuids(batch, row -> row.circumstances().attempt()));
        tuple.addValue(Columns.longs(batch, row -> row.key().bindingKeyId().value()));
        tuple.addValue(Columns.longs(batch, row -> row.key().iat()));
        tuple.addValue(Columns.bytes(batch, row -> row.key().cti().bytes()));
        return tuple;
    }

    /** Retry_key_hash, request_hash, salt. */
    static void appendHashes(Tuple tuple, List<Redemption> batch) {
        appendRetryKey(tuple, batch);
        tuple.addValue(Columns.bytes(batch, row -> row.circumstances().salt()));
    }

    /** Retry_key_hash, request_hash. */
    static void appendRetryKey(Tuple tuple, List<Redemption> batch) {
        tuple.addValue(
                Columns.bytes(batch, row -> row.circumstances().retryKey().keyHash()));
        tuple.addValue(
                Columns.bytes(batch, row -> row.circumstances().retryKey().requestHash()));
    }

    /** The challenges that the codes answer; null where a code answers none. */
    static void appendNonces(Tuple tuple, List<Redemption> batch) {
        tuple.addValue(Columns.uuids(batch, row -> {
            Nonce nonce = row.nonce();
            return nonce == null ? null : Nonces.uuid(nonce);
        }));
    }
}
