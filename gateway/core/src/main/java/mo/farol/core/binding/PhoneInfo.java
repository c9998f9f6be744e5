package mo.farol.core.binding;

/**
 * How the resident will recognise the phone. Personal: sealed at rest, and it never prints.
 *
 * @param name what its owner calls it, 1 to 64 characters
 * @param model maker and model, 1 to 64 characters
 */
public record PhoneInfo(String name, String model) {
    @Override
    public String toString() {
        return "PhoneInfo[redacted]";
    }
}
