package mo.farol.store.notice;

import io.vertx.sqlclient.Row;
import java.util.Objects;
import java.util.Optional;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.store.atrest.SealedText;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.resident.StoredNumbers;

/** Makes mails of the rows that were taken: addresses and reports are opened here and nowhere else. */
final class MailReader {
    private static final StoredNumbers<NoticeKind> KINDS = new StoredNumbers<>(NoticeKind.class, NoticeKind::number);
    private static final StoredNumbers<PreferredLanguage> LANGUAGES =
            new StoredNumbers<>(PreferredLanguage.class, PreferredLanguage::number);

    private final SealedTexts texts;

    MailReader(SealedTexts texts) {
        this.texts = texts;
    }

    /** @return empty when its ciphertext does not open */
    Optional<DueMail> read(MailTable table, Row row) {
        return switch (table) {
            case NOTICE -> open(row, SealedText.EMAIL, "sealed_email").map(address -> notice(row, address));
            case REPORT -> open(row, SealedText.REPORT, "sealed_text").map(text -> report(row, text));
        };
    }

    private Optional<String> open(Row row, SealedText kind, String column) {
        return texts.open(
                row.getLong("resident"),
                row.getBuffer("wrapped_key").getBytes(),
                kind,
                row.getBuffer(column).getBytes());
    }

    private static DueMail notice(Row row, String address) {
        return new DueMail.OfNotice(
                row.getUUID("id"),
                address,
                LANGUAGES.of(row.getInteger("language")),
                KINDS.of(row.getInteger("kind")),
                row.getOffsetDateTime("at").toInstant(),
                row.getBoolean("self"),
                row.getUUID("event"),
                row.getString("institution_name"));
    }

    private static DueMail report(Row row, String text) {
        return new DueMail.OfReport(
                row.getUUID("id"),
                row.getUUID("record"),
                row.getOffsetDateTime("at").toInstant(),
                Objects.requireNonNullElse(row.getString("institution_name"), OperatorLookUps.BUREAU),
                text);
    }
}
