package mo.farol.simulation.postgres;

/**
 * A row of {@code purpose_grant}.
 *
 * @param fields a bit mask, as {@link mo.farol.core.policy.FieldSet}
 */
public record GrantRow(long institution, long purpose, long version, int fields, boolean withdrawn) {
    /** What names the row. */
    public record Key(long institution, long purpose) {}

    public Key key() {
        return new Key(institution, purpose);
    }
}
