package mo.farol.chaos.command;

import java.util.List;
import mo.farol.chaos.check.Promise;

/**
 * How a run ended.
 *
 * @param status the exit status
 * @param broken the promises that were found broken
 */
record Verdict(int status, List<Promise> broken) {
    Verdict {
        broken = List.copyOf(broken);
    }

    static Verdict failed() {
        return new Verdict(Exit.FAILED, List.of());
    }

    /** The broken promises' numbers. */
    String numbers() {
        return String.join(" ", broken.stream().map(Promise::number).toList());
    }
}
