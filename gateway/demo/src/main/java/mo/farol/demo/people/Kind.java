package mo.farol.demo.people;

import java.util.Locale;

/** What a synthetic resident is an example of. */
public enum Kind {
    /** 18 to 59. */
    ADULT,
    /** Below 18, with a parent or guardian among the residents before them. */
    MINOR,
    /** An adult registered as a twin or multiple. */
    TWIN,
    /** 60 or more: the card never expires. */
    SENIOR;

    /** The name in {@code demo.json} and in perf kits. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
