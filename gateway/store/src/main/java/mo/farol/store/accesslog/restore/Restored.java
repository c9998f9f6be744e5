package mo.farol.store.accesslog.restore;

/**
 * What a restore has done.
 *
 * @param ended bindings that lost changes had ended
 * @param rested bindings that are suspended
 */
public record Restored(int epoch, long ended, long rested) {}
