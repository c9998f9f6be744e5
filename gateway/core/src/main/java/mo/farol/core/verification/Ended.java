package mo.farol.core.verification;

import java.util.OptionalLong;

/**
 * A step's way to leave the chain before its end. Not an error: it carries no stack trace, because refusing must stay
 * cheap, and {@link VerifyFlow} turns every one of them into an {@link Outcome}.
 */
abstract sealed class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Ended() {
        super(null, null, false, false);
    }

    /** The outcome is known and needs no record. */
    static final class With extends Ended {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        With(Outcome outcome) {
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    /** A genuine code is refused: to be recorded, then answered. */
    static final class Refusing extends Ended {
        private static final long serialVersionUID = 1L;
        private final transient GenuineRequest request;
        private final transient Explanation why;

        Refusing(GenuineRequest request, Refusal refusal, OptionalLong ageSeconds) {
            this.request = request;
            this.why = new Explanation(
                    refusal, ageSeconds, request.allowed().purpose().accepts());
        }

        GenuineRequest request() {
            return request;
        }

        Explanation why() {
            return why;
        }
    }

    /** What this node knew is out of date: forget it and run again. */
    static final class Again extends Ended {
        private static final long serialVersionUID = 1L;
        private final transient GenuineRequest request;

        Again(GenuineRequest request) {
            this.request = request;
        }

        GenuineRequest request() {
            return request;
        }
    }
}
