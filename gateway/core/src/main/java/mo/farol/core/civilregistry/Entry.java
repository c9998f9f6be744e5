package mo.farol.core.civilregistry;

/**
 * A row that was read.
 *
 * @param end the place after it; its line number is {@code end.line()}
 */
public record Entry(Position end, Content content) {}
