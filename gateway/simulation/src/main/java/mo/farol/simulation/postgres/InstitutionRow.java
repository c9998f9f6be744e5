package mo.farol.simulation.postgres;

/** A row of {@code institution}. */
public record InstitutionRow(long id, String name, boolean suspended) {}
