package mo.farol.store.notice;

import mo.farol.core.notice.DueMail;
import mo.farol.store.connection.SqlText;

/**
 * Where a mail waits, and the statements on it. A mail that failed is due again after a minute, then two, four, and so
 * on up to six hours; five days after what it tells of it is given up.
 */
enum MailTable {
    NOTICE("notice"),
    REPORT("report");

    private static final String SENT = "UPDATE %s SET mail = 2 WHERE id = $1 AND mail = 1";
    private static final String FAILED = """
            UPDATE %s
            SET mail = CASE WHEN statement_timestamp() >= at + interval '5 days' THEN 3 ELSE 1 END,
                mail_tries = mail_tries + 1,
                mail_after = statement_timestamp()
                    + least(interval '6 hours', interval '1 minute' * power(2, least(mail_tries, 10)))
            WHERE id = $1 AND mail = 1
            RETURNING mail = 3 AS given_up
            """;

    private final String take;
    private final String sent;
    private final String failed;

    MailTable(String table) {
        this.take = SqlText.of(MailTable.class, "take_" + table + "s.sql");
        this.sent = SENT.formatted(table);
        this.failed = FAILED.formatted(table);
    }

    static MailTable of(DueMail mail) {
        return switch (mail) {
            case DueMail.OfNotice notice -> NOTICE;
            case DueMail.OfReport report -> REPORT;
        };
    }

    /** Takes at most $1 for $2 milliseconds. */
    String take() {
        return take;
    }

    String sent() {
        return sent;
    }

    /** Answers in {@code given_up} whether it will be tried again. */
    String failed() {
        return failed;
    }
}
