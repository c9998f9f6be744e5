package mo.farol.chaos.fault;

import java.time.Duration;

/** Something that happens to a world, and is undone later. Gateways are numbered from 1. */
public sealed interface Fault {
    /** SIGKILL; healed by a start. */
    record KillGateway(int node) implements Fault {}

    /** SIGSTOP; healed by SIGCONT. @param lasts how long it is meant to last: whoever injects it heals it then */
    record FreezeGateway(int node, Duration lasts) implements Fault {}

    /** SIGKILL to the primary's postmaster and all of its children; healed by a start. */
    record KillPostgres() implements Fault {}

    /** A fast shutdown and a start. */
    record RestartPostgres() implements Fault {}

    /** SIGSTOP to all of the primary's processes; healed by SIGCONT. @param lasts as {@link FreezeGateway} has it */
    record FreezePostgres(Duration lasts) implements Fault {}

    /** Packets are dropped without a word. @param oneWay only those from {@code from} to {@code to} */
    record Cut(Side from, Side to, boolean oneWay) implements Fault {}

    /** Gateways and PostgreSQL stop in order and are started again. */
    record FullRestart() implements Fault {}

    /**
     * The primary is fenced and its standby promoted in its place, at the same address; an operator raises the code
     * floor. Healed by building a new standby.
     */
    record Failover() implements Fault {}

    /**
     * The database goes back some seconds, from a base backup and the archive; an operator stops the gateways, accepts what
     * is left, suspends all bindings, and starts the gateways.
     */
    record PointInTimeRestore() implements Fault {}

    /** A gateway is started again with a wall clock that is wrong by that much; healed by a start with a right one. */
    record ClockOffset(int node, Duration offset) implements Fault {}

    /** Each gateway in turn is told to stop, started again and awaited. */
    record RollingRestart() implements Fault {}

    /** What kind this is, for tables: lower-case words with dashes. */
    default String kind() {
        return switch (this) {
            case KillGateway _ -> "kill-gateway";
            case FreezeGateway _ -> "freeze-gateway";
            case KillPostgres _ -> "kill-postgres";
            case RestartPostgres _ -> "restart-postgres";
            case FreezePostgres _ -> "freeze-postgres";
            case Cut _ -> "cut";
            case FullRestart _ -> "full-restart";
            case Failover _ -> "failover";
            case PointInTimeRestore _ -> "point-in-time-restore";
            case ClockOffset _ -> "clock-offset";
            case RollingRestart _ -> "rolling-restart";
        };
    }
}
