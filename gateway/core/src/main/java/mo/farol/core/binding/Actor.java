package mo.farol.core.binding;

import java.util.List;

/** Who acts. It goes on record with every act, and names nobody in clear. */
public sealed interface Actor {
    /** @param row the resident: the e-ID's own, or a parent or guardian */
    record Resident(long row) implements Actor {}

    /** @param pseudonyms of the operators: one, or two where two are required */
    record Operator(List<String> pseudonyms) implements Actor {
        public Operator {
            pseudonyms = List.copyOf(pseudonyms);
        }
    }

    /** @param row of the kiosk, which is a terminal */
    record Kiosk(long row) implements Actor {}

    /** The gateway itself, by policy. */
    record Policy() implements Actor {}
}
