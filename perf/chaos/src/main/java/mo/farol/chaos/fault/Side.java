package mo.farol.chaos.fault;

/** One end of a cut. */
public sealed interface Side {
    /** @param node from 1 */
    record Gateway(int node) implements Side {
        @Override
        public String toString() {
            return "gateway " + node;
        }
    }

    record EveryGateway() implements Side {
        @Override
        public String toString() {
            return "all gateways";
        }
    }

    /** Primary and standby. */
    record Postgres() implements Side {
        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }

    /** All gateways and PostgreSQL; the harness and the sign-in provider are still reached. */
    record Everybody() implements Side {
        @Override
        public String toString() {
            return "everybody";
        }
    }
}
