package mo.farol.store.resident;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.policy.Field;
import mo.farol.store.atrest.Opening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a person's row and opens the fields that came with it. */
final class PersonReader {
    private static final Logger LOG = LoggerFactory.getLogger(PersonReader.class);
    private static final StoredNumbers<Field> FIELDS = new StoredNumbers<>(Field.class, Field::bit);

    private final Opening opening;

    PersonReader(Opening opening) {
        this.opening = opening;
    }

    /** @param row with id, handle, multiple, wrapped_key, fields, sealed and today */
    Person read(Row row) {
        Map<Field, String> fields = fields(row);
        return new Person(
                row.getLong("id"),
                row.getUUID("handle"),
                row.getBoolean("multiple"),
                row.getBuffer("wrapped_key").getBytes(),
                fields,
                Optional.ofNullable(fields.get(Field.BIRTH_DATE)).flatMap(PersonReader::date),
                row.getLocalDate("today"));
    }

    private Map<Field, String> fields(Row row) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        Short[] numbers = row.getArrayOfShorts("fields");
        if (numbers != null) {
            Buffer[] sealed = row.getArrayOfBuffers("sealed");
            byte[] wrappedKey = row.getBuffer("wrapped_key").getBytes();
            for (int i = 0; i < numbers.length; i++) {
                Field field = FIELDS.of(numbers[i]);
                opening.field(row.getLong("id"), wrappedKey, field, sealed[i].getBytes())
                        .ifPresent(value -> fields.put(field, value));
            }
        }
        return fields;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            LOG.error("ALARM a birth date on file is not a date");
            return Optional.empty();
        }
    }
}
