package mo.farol.api.resident;

/**
 * The number to type at a kiosk or to tell at a counter. It never prints.
 *
 * @param number eight digits
 * @param expires RFC 3339 with offset +08:00
 */
public record KioskNumberAnswer(String number, String expires) {
    @Override
    public String toString() {
        return "KioskNumberAnswer[redacted]";
    }
}
