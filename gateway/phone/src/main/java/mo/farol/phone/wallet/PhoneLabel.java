package mo.farol.phone.wallet;

/**
 * How its owner will recognise the phone. Personal, so it never prints.
 *
 * @param name what the owner calls it, 1 to 64 characters
 * @param model maker and model, 1 to 64 characters
 */
public record PhoneLabel(String name, String model) {
    @Override
    public String toString() {
        return "PhoneLabel[redacted]";
    }
}
