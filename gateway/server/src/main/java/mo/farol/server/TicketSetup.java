package mo.farol.server;

import io.micrometer.core.instrument.Gauge;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import mo.farol.core.ticket.TicketIssuer;
import mo.farol.core.ticket.TicketRules;
import mo.farol.server.keys.RingOfToday;
import mo.farol.store.Store;
import mo.farol.token.CodeType;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.TicketEpoch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tickets on the real ports, and the figure that says for how long there are keys for them. */
final class TicketSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TicketSetup.class);
    private static final int FEW_DAYS = 2;

    private TicketSetup() {}

    static TicketIssuer of(Grounds grounds, Store store) {
        KeyRing ring = grounds.keys().ring();
        TicketRules rules = grounds.config().tickets();
        if (rules.offered()) {
            say(days(ring, LocalDate.now(ZoneOffset.UTC)));
            Gauge.builder("farol.ticket.days", () -> days(ring, LocalDate.now(ZoneOffset.UTC)))
                    .description("Days, today among them, for which there are ticket keys; without, phones go by HPKE")
                    .register(grounds.metrics().registry());
        }
        return new TicketIssuer(
                rules,
                new TicketIssuer.Ports(
                        store.ticketLedger(),
                        new RingOfToday(ring, store.time()),
                        store.time(),
                        grounds.crypto().crypto()),
                new SecureRandom());
    }

    /** Days from {@code first} on, without a gap, that have a key of each type. */
    static int days(KeyRing ring, LocalDate first) {
        int days = 0;
        while (has(ring, first.plusDays(days))) {
            days++;
        }
        return days;
    }

    private static boolean has(KeyRing ring, LocalDate day) {
        return Arrays.stream(CodeType.values())
                .allMatch(type -> ring.ticketKey(TicketEpoch.of(type, day)).isPresent());
    }

    private static void say(int days) {
        if (days < FEW_DAYS) {
            LOG.warn("tickets: keys for {} days, today among them; add some: farol keys add-tickets", days);
        }
    }
}
