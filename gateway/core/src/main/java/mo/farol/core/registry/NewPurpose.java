package mo.farol.core.registry;

import mo.farol.token.CodeType;

/** A row of the purpose catalogue; the components are those of {@link mo.farol.core.policy.Purpose}. */
public record NewPurpose(
        String name, CodeType accepts, boolean inPerson, boolean challengeRequired, boolean reasonRequired) {}
