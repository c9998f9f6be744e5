package mo.farol.phone.wallet;

/** @param number eight digits, to be typed at a kiosk or told to an officer */
public record ShownNumber(String number, String expires) {
    @Override
    public String toString() {
        return "ShownNumber[redacted]";
    }
}
