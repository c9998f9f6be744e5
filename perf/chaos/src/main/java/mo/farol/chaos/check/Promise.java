package mo.farol.chaos.check;

import java.util.Locale;

/** What a run can show broken; its name in lower case is the figure that counts it. */
public enum Promise {
    DOUBLE_ACCEPTS("I1", "what may be used once was used twice"),
    LATE_ACCEPTS("I2", "accepted after a withdrawal was acknowledged"),
    UNLOGGED_ANSWERS("I3", "answered without its record, or recorded without its redemption"),
    LOST_UNBINDS("I4", "an acknowledged change of a binding is gone"),
    OVER_RELEASES("I5", "more was released than asked for and granted"),
    DISAGREEING_RETRIES("I6", "one request got two outcomes"),
    SLOW_RECOVERIES("I7", "no success in time after the cause was gone"),
    LOG_BREAKS("I8", "a record is not in the public log, or not as it was, or out of its order"),
    LEAKED_VALUES("I9", "a file that the run wrote holds somebody's value"),
    CROSSED_ANSWERS("I11", "an answer reached a request that it does not belong to"),
    TWO_ACTIVE("I12", "an e-ID has two active bindings"),
    FALSE_REFUSALS("I13", "a good code was refused, or called used when it was not"),
    MISPLACED_ACCEPTS("I14", "accepted at a terminal, or for a purpose, that its owner was not shown");

    private final String number;
    private final String meaning;

    Promise(String number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** Its number among the promises. */
    public String number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    public String figure() {
        return name().toLowerCase(Locale.ROOT);
    }
}
