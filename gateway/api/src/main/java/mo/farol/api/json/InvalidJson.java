package mo.farol.api.json;

/** Not the JSON that was asked for: bad input. It repeats nothing of it, because it may hold personal data. */
public final class InvalidJson extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidJson() {
        super("not the JSON that was asked for", null, false, false);
    }
}
