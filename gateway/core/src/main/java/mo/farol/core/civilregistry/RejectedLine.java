package mo.farol.core.civilregistry;

/** @param line from 1 */
public record RejectedLine(long line, Rejection rejection) {}
