package mo.farol.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Kinds of faults, from which schedules draw. The first {@link #CHEAP} may go together. */
enum Kind {
    KILL_GATEWAY,
    FREEZE_GATEWAY,
    KILL_POSTGRES,
    RESTART_POSTGRES,
    FREEZE_POSTGRES,
    CUT_GATEWAYS,
    CUT_GATEWAY_FROM_POSTGRES,
    CUT_ALL_FROM_POSTGRES,
    CUT_OFF_GATEWAY,
    CLOCK_OFFSET,
    ROLLING_RESTART,
    FULL_RESTART,
    FAILOVER,
    POINT_IN_TIME_RESTORE;

    static final int CHEAP = CLOCK_OFFSET.ordinal() + 1;
    private static final int GATEWAYS = 3;
    private static final List<Duration> OFFSETS = List.of(
            Duration.ofSeconds(-3600),
            Duration.ofSeconds(-40),
            Duration.ofSeconds(-3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(40),
            Duration.ofSeconds(3600));

    /** Whether it restarts many processes, so that it is the main thing in its schedule. */
    boolean isLarge() {
        return ordinal() >= CHEAP;
    }

    /** @param lasts for the kinds that name it */
    Fault draw(RandomGenerator random, Duration lasts) {
        int node = 1 + random.nextInt(GATEWAYS);
        Side gateway = new Side.Gateway(node);
        return switch (this) {
            case KILL_GATEWAY -> new Fault.KillGateway(node);
            case FREEZE_GATEWAY -> new Fault.FreezeGateway(node, lasts);
            case KILL_POSTGRES -> new Fault.KillPostgres();
            case RESTART_POSTGRES -> new Fault.RestartPostgres();
            case FREEZE_POSTGRES -> new Fault.FreezePostgres(lasts);
            case CUT_GATEWAYS ->
                new Fault.Cut(
                        gateway,
                        new Side.Gateway(1 + (node + random.nextInt(GATEWAYS - 1)) % GATEWAYS),
                        random.nextBoolean());
            case CUT_GATEWAY_FROM_POSTGRES -> cut(random, gateway, new Side.Postgres());
            case CUT_ALL_FROM_POSTGRES -> cut(random, new Side.EveryGateway(), new Side.Postgres());
            case CUT_OFF_GATEWAY -> cut(random, gateway, new Side.Everybody());
            case CLOCK_OFFSET -> new Fault.ClockOffset(node, OFFSETS.get(random.nextInt(OFFSETS.size())));
            case ROLLING_RESTART -> new Fault.RollingRestart();
            case FULL_RESTART -> new Fault.FullRestart();
            case FAILOVER -> new Fault.Failover();
            case POINT_IN_TIME_RESTORE -> new Fault.PointInTimeRestore();
        };
    }

    /** Both ways half of the time, else one of the two. */
    private static Fault cut(RandomGenerator random, Side one, Side other) {
        boolean oneWay = random.nextBoolean();
        return oneWay && random.nextBoolean() ? new Fault.Cut(other, one, true) : new Fault.Cut(one, other, oneWay);
    }
}
