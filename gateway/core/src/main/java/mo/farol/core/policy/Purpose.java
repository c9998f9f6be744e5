package mo.farol.core.policy;

import mo.farol.token.CodeType;

/**
 * What an institution verifies for: a row of the catalogue, not code.
 *
 * @param id its row
 * @param name its public name, such as {@code counter.identity}
 * @param accepts the type of code it takes
 * @param inPerson a person compares the photo, so name and photo are always asked for
 * @param challengeRequired only a challenge code will do
 * @param reasonRequired the request must carry a reason, as an officer's document check does
 */
public record Purpose(
        long id, String name, CodeType accepts, boolean inPerson, boolean challengeRequired, boolean reasonRequired) {}
