package mo.farol.simulation.postgres;

import java.util.Map;
import mo.farol.core.policy.Field;

/** A row of {@code resident} and its rows of {@code resident_field}: really sealed. */
public record ResidentRow(long id, byte[] wrappedKey, Map<Field, byte[]> sealed) {}
