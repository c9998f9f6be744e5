package mo.farol.phone.kiosk;

/**
 * What a kiosk read. It never prints.
 *
 * @param terminal the kiosk's OAuth client id
 * @param idNumber the ID number on the card, such as {@code 1234567(8)}
 * @param fingerprintMatched whether the finger is the card's
 * @param number the eight digits that were typed
 */
public record Reading(String terminal, String idNumber, boolean fingerprintMatched, String number) {
    @Override
    public String toString() {
        return "Reading[redacted]";
    }
}
