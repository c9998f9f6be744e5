package mo.farol.phone.canary;

/**
 * A value that is in one place of a test and must be found nowhere else. It never prints.
 *
 * @param name what it is, for messages
 */
public record Canary(String name, String value) {
    @Override
    public String toString() {
        return "Canary[" + name + "]";
    }
}
