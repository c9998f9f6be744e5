package mo.farol.simulation.postgres;

/** One SQL statement with its parameters. */
@FunctionalInterface
interface Statement {
    /**
     * Reads the snapshot.
     *
     * @param atMillis {@code statement_timestamp()}
     */
    Plan plan(Tables tables, long atMillis);
}
