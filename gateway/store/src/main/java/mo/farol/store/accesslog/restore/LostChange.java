package mo.farol.store.accesslog.restore;

/**
 * A change of a binding that the restored database does not know of, from an export of the witnessed log.
 *
 * @param binding 0 for none
 * @param kind number of the {@link mo.farol.core.binding.EventKind}
 */
public record LostChange(long resident, long binding, int kind) {}
