package mo.farol.api.operator;

/** An institution, by its public name. */
public record Institution(long id, String name, boolean suspended) {}
