package mo.farol.core.accesslog.audit;

/**
 * Something that is not what it says.
 *
 * @param index the first entry that it is about
 * @param what one short sentence without personal data
 */
public record Finding(long index, String what) {}
