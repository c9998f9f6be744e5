package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.store.connection.SqlText;

/** {@code link.sql}: takes an account that somebody else may have taken before. */
final class LinkStatement {
    private static final String SQL = SqlText.of(LinkStatement.class, "link.sql");

    private LinkStatement() {}

    /** @return why the account cannot be had; empty when it is linked, or none was to be */
    static Future<Optional<BindingRefusal>> run(OneTransaction transaction, LockedEid locked, Changes changes) {
        Change.LinkAccount link = changes.link();
        if (link == null) {
            return Future.succeededFuture(Optional.empty());
        }
        Tuple tuple = Tuple.of(
                Buffer.buffer(link.account().account()),
                locked.eid().resident(),
                Buffer.buffer(link.account().issuer()),
                link.approved());
        return transaction
                .run(SQL, tuple)
                .map(rows ->
                        rows.size() == 1 ? Optional.empty() : Optional.of(BindingRefusal.ACCOUNT_LINKED_ELSEWHERE));
    }
}
