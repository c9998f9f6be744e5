package mo.farol.server.config;

import mo.farol.core.ticket.TicketRules;

/** Reads the section {@code tickets}. */
final class TicketsReader {
    private final Section section;

    TicketsReader(Section section) {
        this.section = section;
    }

    TicketRules read() {
        TicketRules defaults = TicketRules.DEFAULTS;
        TicketRules rules = new TicketRules(
                section.flag("offered", defaults.offered()),
                section.number("per_day", defaults.perDay(), 1, TicketRules.MOST_PER_DAY));
        section.end();
        return rules;
    }
}
