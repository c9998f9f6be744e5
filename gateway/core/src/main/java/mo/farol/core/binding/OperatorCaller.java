package mo.farol.core.binding;

/** @param pseudonym issuer and subject, hashed: the same for the same person, and no name */
public record OperatorCaller(String pseudonym) {}
