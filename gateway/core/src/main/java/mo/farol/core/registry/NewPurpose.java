package mo.farol.core.registry;

import mo.farol.core.binding.KeyLevel;
import mo.farol.token.CodeType;

/**
 * A row of the purpose catalogue; the first components are those of {@link mo.farol.core.policy.Purpose}.
 *
 * @param leastKeyLevel the weakest phone key whose codes this purpose takes
 */
public record NewPurpose(
        String name,
        CodeType accepts,
        boolean inPerson,
        boolean challengeRequired,
        boolean reasonRequired,
        KeyLevel leastKeyLevel) {
    /** A purpose that takes every phone's codes. */
    public NewPurpose(
            String name, CodeType accepts, boolean inPerson, boolean challengeRequired, boolean reasonRequired) {
        this(name, accepts, inPerson, challengeRequired, reasonRequired, KeyLevel.NOT_ATTESTED);
    }
}
