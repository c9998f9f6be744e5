package mo.farol.server.replay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import mo.farol.cluster.announcement.AnnouncementCounts;
import mo.farol.core.verification.ReplayTable;

/** What the replay table holds and saves, and what goes between the gateways. */
public final class ReplayFigures {
    private ReplayFigures() {}

    public static void register(MeterRegistry registry, ReplayTable table, ClusterNews news) {
        Gauge.builder("farol.replay.entries", table, ReplayTable::size)
                .description("Redeemed codes held in memory")
                .register(registry);
        FunctionCounter.builder("farol.replay.refusals", table, ReplayTable::refusals)
                .description("Codes refused by the table, without asking the database whether they were redeemed")
                .register(registry);
        counter(registry, news, "farol.announcements.sent", AnnouncementCounts::sent);
        counter(registry, news, "farol.announcements.received", AnnouncementCounts::received);
        counter(registry, news, "farol.announcements.dropped", AnnouncementCounts::dropped);
        counter(registry, news, "farol.announcements.refused", AnnouncementCounts::refused);
        counter(registry, news, "farol.announcements.gaps", AnnouncementCounts::gaps);
    }

    private static void counter(
            MeterRegistry registry, ClusterNews news, String name, ToDoubleFunction<AnnouncementCounts> figure) {
        FunctionCounter.builder(
                        name,
                        news,
                        from -> from.health()
                                .map(health -> figure.applyAsDouble(health.announcements()))
                                .orElse(0.0))
                .description("Announcements between gateways since this one joined")
                .register(registry);
    }
}
