package mo.farol.simulation.history;

/** What an act can stop. */
public sealed interface Target {
    record Binding(int phone) implements Target {}

    record Terminal(long id) implements Target {}

    record Institution(long id) implements Target {}

    record Granted(long institution, String purpose) implements Target {}
}
