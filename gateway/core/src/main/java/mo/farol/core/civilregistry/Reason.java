package mo.farol.core.civilregistry;

import java.util.Locale;

/** Why a row was not loaded. The code and the sentence are all that a report says of it. */
public enum Reason {
    LINE_TOO_LONG("the line is longer than a row may be"),
    NOT_UTF8("the line is not UTF-8"),
    NOT_JSON("the line is not one JSON object"),
    NESTED_VALUE("a value is a list or an object"),
    NOT_CSV("the line is not a CSV record; look at its quotes"),
    WRONG_COLUMN_COUNT("the row has more or fewer values than the header has columns"),
    REPEATED_FIELD("a field is there twice"),
    UNKNOWN_FIELD("this field is not known"),
    UNKNOWN_KIND("the kind is neither resident nor guardianship"),
    MISSING_FIELD("a required field is missing or empty"),
    NO_NAME("none of the four name fields has a name"),
    BAD_ID_NUMBER("not an ID number like 1234567(8)"),
    BAD_NAME("a name has a control character, half a character, only blanks, or is too long"),
    BAD_VALUE("not one of the values that this field may have"),
    BAD_DATE("not a date like 1990-12-31 between 1850 and 2200, or a birth in the future"),
    DATES_OUT_OF_ORDER("birth, first issue, issue and expiry do not follow each other"),
    BAD_PHOTO("not a PNG or JPEG file in base64 of at most 128 KiB"),
    BAD_EMAIL("not an e-mail address"),
    BAD_SEQUENCE("not a whole number from 0 to 999999999999"),
    DUPLICATE_NUMBER("an earlier row of this file has the same ID number"),
    OUT_OF_DATE("the gateway has a newer word of the registry: a change needs a higher sequence than the one on file"),
    DECEASED("the registry has reported this person's death, which is final"),
    EVENT_NEEDED(
            "the e-ID is bound on a phone: this change needs an operator's event, which acts on it and tells people"),
    SELF_GUARDIANSHIP("nobody is their own guardian"),
    MINOR_UNKNOWN("the minor is not in the registry"),
    GUARDIAN_UNKNOWN("the guardian is not in the registry"),
    AGE_UNKNOWN("a birth date is not on file"),
    NOT_A_MINOR("the person to be acted for is 18 or older"),
    GUARDIAN_IS_MINOR("the guardian is below 18, as somebody is in every circle of guardians");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
        return sentence;
    }

    /** @throws IllegalArgumentException when there is none */
    public static Reason byCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
