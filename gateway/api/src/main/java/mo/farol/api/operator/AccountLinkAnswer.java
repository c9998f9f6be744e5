package mo.farol.api.operator;

import java.util.UUID;

/** @param eId whose account it is now */
public record AccountLinkAnswer(UUID eId) {}
