package mo.farol.core.notice;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Mails that wait in the database. Any gateway may take one; one that dies with it loses nothing. */
public interface Outbox {
    /**
     * Takes mails that are due. Nobody else is given them until {@code lease} is over.
     *
     * @param atMost how many
     */
    Future<List<DueMail>> take(int atMost, Duration lease);

    Future<Void> sent(DueMail mail);

    /** It could not be sent: it is due again later, at growing intervals, and is given up after some days. */
    Future<Void> failed(DueMail mail);
}
