package mo.farol.api.operator;

/** An approved technical means: product and version. */
public record Means(long id, String name, boolean suspended) {}
