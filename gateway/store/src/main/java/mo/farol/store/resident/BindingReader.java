package mo.farol.store.resident;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.resident.BindingView;
import mo.farol.store.atrest.SealedText;
import mo.farol.store.atrest.SealedTexts;
import org.jspecify.annotations.Nullable;

/** Reads a binding's row as its resident sees it. */
final class BindingReader {
    private static final StoredNumbers<BindingStatus> STATUSES =
            new StoredNumbers<>(BindingStatus.class, BindingStatus::number);
    private static final StoredNumbers<BindingWay> WAYS = new StoredNumbers<>(BindingWay.class, BindingWay::number);
    private static final StoredNumbers<KeyLevel> LEVELS = new StoredNumbers<>(KeyLevel.class, KeyLevel::number);

    /** What a binding shows that was made without a description of its phone. */
    private static final PhoneInfo NOT_ON_FILE = new PhoneInfo("", "");

    private static final char BETWEEN_NAME_AND_MODEL = '\u001f';

    private final SealedTexts texts;

    BindingReader(SealedTexts texts) {
        this.texts = texts;
    }

    BindingView read(Row row, Person owner) {
        return new BindingView(
                row.getUUID("handle"),
                STATUSES.of(row.getInteger("status")),
                phone(owner, row.getBuffer("sealed_phone")),
                WAYS.of(row.getInteger("way")),
                LEVELS.of(row.getInteger("key_level")),
                row.getOffsetDateTime("bound_at").toInstant(),
                instant(row.getOffsetDateTime("last_used")),
                instant(row.getOffsetDateTime("ended_at")),
                row.getUUID("ended_by"));
    }

    private PhoneInfo phone(Person owner, @Nullable Buffer sealed) {
        return Optional.ofNullable(sealed)
                .flatMap(bytes -> texts.open(owner.row(), owner.wrappedKey(), SealedText.PHONE, bytes.getBytes()))
                .map(BindingReader::phone)
                .orElse(NOT_ON_FILE);
    }

    private static PhoneInfo phone(String text) {
        int end = text.indexOf(BETWEEN_NAME_AND_MODEL);
        return end < 0 ? new PhoneInfo(text, "") : new PhoneInfo(text.substring(0, end), text.substring(end + 1));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
