package mo.farol.api.verification;

/**
 * A field that was asked for and not released.
 *
 * @param field its name
 * @param why {@value #NOT_GRANTED} or {@value #NOT_ON_FILE}
 */
public record WithheldField(String field, String why) {
    public static final String NOT_GRANTED = "not_granted";
    public static final String NOT_ON_FILE = "not_on_file";
}
