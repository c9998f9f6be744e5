package mo.farol.gatling.people;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.phone.terminal.SignInRefused;
import mo.farol.token.CodeType;

/**
 * What can be asked for in this deployment. A kit has the purposes' names only; which codes one takes, and whether it
 * takes plain ones at all, is learnt by asking once.
 *
 * @param usable those that take a code without further ado
 * @param leftOut the others, each with what was said to a fresh code
 */
public record Purposes(List<Asked> usable, Map<String, String> leftOut) {
    private static final int PEOPLE_TRIED = 5;

    public Purposes {
        usable = List.copyOf(usable);
        leftOut = Map.copyOf(leftOut);
    }

    static Purposes learn(List<String> names, Asking asking) throws IOException, SignInRefused, InterruptedException {
        List<Asked> usable = new ArrayList<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (String name : names) {
            Asked asked = new Asked(name, CodeType.EID);
            String said = said(asked, asking);
            if (said.equals("wrong_code_type")) {
                asked = new Asked(name, CodeType.CLEARANCE);
                said = said(asked, asking);
            }
            if (Expectation.ACCEPTED.contains(said)) {
                usable.add(asked);
            } else {
                leftOut.put(name, said);
            }
        }
        return new Purposes(usable, leftOut);
    }

    /** By somebody whose card is good. */
    private static String said(Asked asked, Asking asking) throws IOException, SignInRefused, InterruptedException {
        String said = asking.ask(asked);
        for (int i = 1; i < PEOPLE_TRIED && Expectation.ABOUT_THE_CARD.contains(said); i++) {
            said = asking.ask(asked);
        }
        return said;
    }

    /** Those that take codes of this type, or all where none does. */
    List<Asked> preferring(CodeType type) {
        List<Asked> preferred =
                usable.stream().filter(asked -> asked.type() == type).toList();
        return preferred.isEmpty() ? usable : preferred;
    }

    /** Shows a fresh code of the next resident. */
    interface Asking {
        /** @return {@code verified}, {@code check_manually}, the code of a refusal or that of a problem */
        String ask(Asked asked) throws IOException, SignInRefused, InterruptedException;
    }
}
