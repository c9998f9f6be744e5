package mo.farol.core.civilregistry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import org.jspecify.annotations.Nullable;

/** One resident's row. */
final class ResidentReading {
    private static final String INDEFINITE = "------";
    private static final List<Column> NAMES =
            List.of(Column.SURNAME_ZH, Column.GIVEN_NAMES_ZH, Column.SURNAME_PT, Column.GIVEN_NAMES_PT);
    private static final Map<Column, Map<String, String>> CHOICES = Map.of(
            Column.SEX, choices("M", "F"),
            Column.BIRTHPLACE, choices("A", "B", "C", "D", "N"),
            Column.RESIDENCE_STATUS, choices("permanent", "non_permanent"));
    private static final Map<String, CardStatus> STATUSES = Map.of(
            "in_force", CardStatus.IN_FORCE,
            "cancelled", CardStatus.CANCELLED,
            "reported_found", CardStatus.REPORTED_FOUND,
            "reported_lost", CardStatus.REPORTED_LOST);
    private static final Map<String, PreferredLanguage> LANGUAGES =
            Map.of("zh-Hant", PreferredLanguage.ZH_HANT, "pt", PreferredLanguage.PT, "en", PreferredLanguage.EN);

    private final Texts texts;
    private final LocalDate today;
    private final Map<Field, String> fields = new EnumMap<>(Field.class);

    ResidentReading(Texts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    RegistryResident read() throws Rejected {
        IdNumber number = texts.number(Column.ID_NUMBER);
        fields.put(Field.ID_NUMBER, number.value());
        names();
        for (Map.Entry<Column, Map<String, String>> choice : CHOICES.entrySet()) {
            put(choice.getKey(), texts.oneOf(choice.getKey(), choice.getValue()));
        }
        @Nullable LocalDate expires = dates();
        photo();
        return new RegistryResident(
                number,
                fields,
                new RegistryCard(texts.oneOf(Column.CARD_STATUS, STATUSES), expires, texts.sequence()),
                texts.flagIfSaid(Column.MULTIPLE),
                texts.oneOfIfSaid(Column.LANGUAGE, LANGUAGES),
                email());
    }

    private void names() throws Rejected {
        boolean named = false;
        for (Column column : NAMES) {
            String name = texts.said(column);
            if (name == null || !Names.isNameOrEmpty(name)) {
                throw new Rejected(Reason.BAD_NAME, column);
            }
            named |= !name.isEmpty();
            put(column, name);
        }
        if (!named) {
            throw new Rejected(Rejection.of(Reason.NO_NAME));
        }
    }

    private @Nullable LocalDate dates() throws Rejected {
        LocalDate born = date(Column.BIRTH_DATE);
        LocalDate first = date(Column.FIRST_ISSUE_DATE);
        LocalDate issued = date(Column.ISSUE_DATE);
        if (born.isAfter(today)) {
            throw new Rejected(Reason.BAD_DATE, Column.BIRTH_DATE);
        }
        boolean indefinite = INDEFINITE.equals(texts.said(Column.EXPIRY_DATE));
        if (indefinite) {
            put(Column.EXPIRY_DATE, INDEFINITE);
        }
        LocalDate expires = indefinite ? null : date(Column.EXPIRY_DATE);
        if (born.isAfter(first) || first.isAfter(issued) || expires != null && issued.isAfter(expires)) {
            throw new Rejected(Rejection.of(Reason.DATES_OUT_OF_ORDER));
        }
        return expires;
    }

    private LocalDate date(Column column) throws Rejected {
        LocalDate date = texts.date(column);
        put(column, texts.required(column));
        return date;
    }

    private void photo() throws Rejected {
        String photo = texts.said(Column.PHOTO);
        if (photo == null) {
            return;
        }
        if (!photo.isEmpty() && !Photo.isOne(photo)) {
            throw new Rejected(Reason.BAD_PHOTO, Column.PHOTO);
        }
        put(Column.PHOTO, photo);
    }

    private @Nullable String email() throws Rejected {
        String email = texts.said(Column.EMAIL);
        if (email != null && !email.isEmpty() && !EmailAddress.isOne(email)) {
            throw new Rejected(Reason.BAD_EMAIL, Column.EMAIL);
        }
        return email;
    }

    private void put(Column column, String value) {
        fields.put(Field.valueOf(column.name()), value);
    }

    private static Map<String, String> choices(String... values) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));
    }
}
