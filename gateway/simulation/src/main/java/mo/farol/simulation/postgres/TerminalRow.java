package mo.farol.simulation.postgres;

/** A row of {@code terminal}, its means in order. */
public record TerminalRow(long id, long institution, boolean suspended) {}
