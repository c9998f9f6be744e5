package mo.farol.phone.operator;

import java.util.UUID;

/**
 * Authority over a minor, granted or withdrawn.
 *
 * @param minor the minor's e-ID
 * @param guardian the parent's or guardian's e-ID
 * @param kind {@code parent} or {@code guardian}
 * @param id the registry's own name of the event
 * @param sequence the registry's count of events of this pair
 */
public record GuardianshipEvent(UUID minor, UUID guardian, String kind, boolean granted, String id, long sequence) {}
