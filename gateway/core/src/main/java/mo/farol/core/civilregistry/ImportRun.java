package mo.farol.core.civilregistry;

/**
 * One time that a file is imported, by however many processes one after the other.
 *
 * @param number from 1; every new start of the same file takes the next
 */
public record ImportRun(FileHash file, int number) {}
