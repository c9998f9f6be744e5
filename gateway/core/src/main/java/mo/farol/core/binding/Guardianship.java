package mo.farol.core.binding;

/**
 * Somebody's authority over a minor.
 *
 * @param guardian the parent's or guardian's row
 * @param multiple whether the guardian is registered as a twin or multiple
 * @param inForce whether it stands now; false once withdrawn
 * @param sequence of the registry's last event about it
 */
public record Guardianship(long guardian, GuardianKind kind, boolean multiple, boolean inForce, long sequence) {}
