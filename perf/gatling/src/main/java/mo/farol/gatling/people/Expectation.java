package mo.farol.gatling.people;

import java.util.Optional;
import java.util.Set;

/** What a gateway may say about a code. */
@FunctionalInterface
public interface Expectation {
    /** Accepted; in the second case somebody has to look at the person. */
    Set<String> ACCEPTED = Set.of("verified", "check_manually");

    /** True of a person, whatever the load: their next code would be refused too. */
    Set<String> ABOUT_THE_CARD = Set.of("card_expired", "card_cancelled");

    /** Accepted, unless this person's card was never good in this run. */
    Expectation FRESH = (showing, said) -> {
        if (ACCEPTED.contains(said)) {
            showing.accept();
            return Optional.empty();
        }
        if (ABOUT_THE_CARD.contains(said) && !showing.resident().wasAccepted()) {
            showing.resident().setAside();
            return Optional.empty();
        }
        return Optional.of("a fresh code: " + said);
    };

    /** Refused for this and for nothing else. */
    static Expectation refused(String code) {
        return (showing, said) -> said.equals(code) ? Optional.empty() : Optional.of("not " + code + ": " + said);
    }

    /**
     * Empty when that was a right answer; else what was wrong, in a few words that do not name a person.
     *
     * @param said {@code verified}, {@code check_manually}, or the code of a refusal
     */
    Optional<String> amiss(Showing showing, String said);
}
