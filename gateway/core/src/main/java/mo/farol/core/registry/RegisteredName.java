package mo.farol.core.registry;

/** An institution by its public name, or an approved technical means by product and version. */
public record RegisteredName(long row, String name, boolean suspended) {}
