package mo.farol.core.binding;

/**
 * Authority over a minor, granted or withdrawn.
 *
 * @param minor the minor's row
 * @param guardian the parent's or guardian's row
 * @param id the registry's own id of this event
 * @param sequence the registry's count of events of this pair
 */
public record GuardianshipEvent(
        long minor, long guardian, GuardianKind kind, boolean granted, String id, long sequence) {}
