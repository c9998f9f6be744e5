package mo.farol.core.civilregistry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mo.farol.core.registry.IdNumber;
import org.jspecify.annotations.Nullable;

/** A row's texts by column, read strictly. */
final class Texts {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,12}");
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private final Map<String, String> values;

    Texts(Map<String, String> values) {
        this.values = values;
    }

    /** Refuses columns that rows of this kind do not have, and rows that lack one they need. */
    void check(RowKind kind) throws Rejected {
        int place = 0;
        for (String name : values.keySet()) {
            place++;
            if (!name.equals(RowReader.KIND) && Column.of(kind, name).isEmpty()) {
                throw new Rejected(new Rejection(Reason.UNKNOWN_FIELD, "field " + place));
            }
        }
        for (Column column : Column.of(kind)) {
            if (column.isRequired() && !values.containsKey(column.label())) {
                throw new Rejected(Reason.MISSING_FIELD, column);
            }
        }
    }

    /** Null when the row does not have the column, empty when its value is. */
    @Nullable
    String said(Column column) {
        return values.get(column.label());
    }

    String required(Column column) throws Rejected {
        String value = said(column);
        if (value == null || value.isEmpty()) {
            throw new Rejected(Reason.MISSING_FIELD, column);
        }
        return value;
    }

    IdNumber number(Column column) throws Rejected {
        return IdNumber.parse(required(column)).orElseThrow(() -> new Rejected(Reason.BAD_ID_NUMBER, column));
    }

    LocalDate date(Column column) throws Rejected {
        try {
            LocalDate date = LocalDate.parse(required(column), DATE);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // Its message repeats the text.
            throw new Rejected(Reason.BAD_DATE, column);
        }
        throw new Rejected(Reason.BAD_DATE, column);
    }

    <T> T oneOf(Column column, Map<String, T> values) throws Rejected {
        return Optional.ofNullable(values.get(required(column)))
                .orElseThrow(() -> new Rejected(Reason.BAD_VALUE, column));
    }

    /** Null when the column is not there or empty. */
    <T> @Nullable T oneOfIfSaid(Column column, Map<String, T> values) throws Rejected {
        String value = said(column);
        return value == null || value.isEmpty() ? null : oneOf(column, values);
    }

    @Nullable
    Boolean flagIfSaid(Column column) throws Rejected {
        return oneOfIfSaid(column, FLAGS);
    }

    /** 0 when it is not said: older than whatever an event tells. */
    long sequence() throws Rejected {
        String value = said(Column.SEQUENCE);
        if (value == null || value.isEmpty()) {
            return 0;
        }
        if (!SEQUENCE.matcher(value).matches()) {
            throw new Rejected(Reason.BAD_SEQUENCE, Column.SEQUENCE);
        }
        return Long.parseLong(value);
    }
}
