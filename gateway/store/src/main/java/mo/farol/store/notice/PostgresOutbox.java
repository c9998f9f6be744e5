package mo.farol.store.notice;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.Outbox;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.connection.Connections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails that wait as rows. Who takes one pushes its due time ahead by the lease: if nothing more is heard, it is due
 * again. Reports come first: they are few, and each says that something is wrong.
 */
public final class PostgresOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresOutbox.class);
    private static final int MOST = 1000;

    private final Connections connections;
    private final MailReader reader;

    public PostgresOutbox(Connections connections, SealedTexts texts) {
        this.connections = connections;
        this.reader = new MailReader(texts);
    }

    @Override
    public Future<List<DueMail>> take(int atMost, Duration lease) {
        int most = Math.clamp(atMost, 1, MOST);
        List<DueMail> mails = new ArrayList<>();
        return take(MailTable.REPORT, most, lease, mails)
                .compose(left -> left == 0
                        ? Future.succeededFuture(mails)
                        : take(MailTable.NOTICE, left, lease, mails).map(mails));
    }

    @Override
    public Future<Void> sent(DueMail mail) {
        return connections.ask(MailTable.of(mail).sent(), Tuple.of(mail.id())).mapEmpty();
    }

    @Override
    public Future<Void> failed(DueMail mail) {
        return failed(MailTable.of(mail), mail.id());
    }

    /** @return how many more may be taken */
    private Future<Integer> take(MailTable table, int most, Duration lease, List<DueMail> mails) {
        return connections
                .ask(table.take(), Tuple.of((long) most, lease.toMillis()))
                .compose(rows -> open(table, rows, mails).map(most - rows.size()));
    }

    /** What does not open cannot be sent: it has failed, which is an alarm already. */
    private Future<Void> open(MailTable table, RowSet<Row> rows, List<DueMail> mails) {
        List<Future<Void>> notOpened = new ArrayList<>();
        for (Row row : rows) {
            Optional<DueMail> mail = reader.read(table, row);
            mail.ifPresentOrElse(mails::add, () -> notOpened.add(failed(table, row.getUUID("id"))));
        }
        return Future.all(notOpened).mapEmpty();
    }

    private Future<Void> failed(MailTable table, UUID id) {
        return connections.ask(table.failed(), Tuple.of(id)).map(rows -> {
            rows.forEach(row -> {
                if (row.getBoolean("given_up")) {
                    LOG.error("ALARM mail {} is given up, five days after what it tells of", id);
                }
            });
            return null;
        });
    }
}
