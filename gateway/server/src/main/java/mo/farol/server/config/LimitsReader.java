package mo.farol.server.config;

/** Reads the section {@code limits}. */
final class LimitsReader {
    private final Section section;

    LimitsReader(Section section) {
        this.section = section;
    }

    LimitsConfig read() {
        LimitsConfig defaults = LimitsConfig.DEFAULTS;
        LimitsConfig limits = new LimitsConfig(
                rate("per_terminal", defaults.perTerminal()),
                rate("per_institution", defaults.perInstitution()),
                rate("per_account", defaults.perAccount()),
                rate("per_operator", defaults.perOperator()),
                section.number("header_bytes", defaults.headerBytes(), 1024, 65_536),
                section.number("body_bytes", defaults.bodyBytes(), 1024, 1_048_576),
                section.number("header_seconds", defaults.headerSeconds(), 1, 60),
                section.number("body_seconds", defaults.bodySeconds(), 1, 120),
                section.number("answer_seconds", defaults.answerSeconds(), 1, 120),
                section.number("idle_seconds", defaults.idleSeconds(), 1, 600),
                section.number("in_flight_per_event_loop", defaults.inFlightPerEventLoop(), 1, 100_000),
                section.number("lag_millis", defaults.lagMillis(), 10, 60_000));
        section.end();
        return limits;
    }

    private RateConfig rate(String key, RateConfig otherwise) {
        Section rate = section.section(key);
        RateConfig config = new RateConfig(
                rate.number("per_second", otherwise.perSecond(), 1, 1_000_000),
                rate.number("burst", otherwise.burst(), 1, 10_000_000));
        rate.end();
        return config;
    }
}
