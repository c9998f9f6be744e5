package mo.farol.demo.standin;

import java.util.Locale;

/** What DSI's staff may do; there are two officers of each role. */
public enum OperatorRole {
    COUNTER_OFFICER,
    REGISTRY_OFFICER,
    AUDITOR;

    /** In the token's {@code roles}, in {@code demo.json} and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The account of the officer {@code n}, 1 or 2. */
    public String subject(int n) {
        return label().replace('_', '-') + "-" + n;
    }
}
