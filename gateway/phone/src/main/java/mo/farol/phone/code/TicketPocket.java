package mo.farol.phone.code;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.Recipient;

/** Tickets in memory; what does not fit is thrown away, oldest first. Safe for use by many threads. */
public final class TicketPocket implements Tickets {
    /** The most that a gateway gives a binding in a day. */
    private static final int MOST_OF_A_BINDING = 500;

    private final Map<BindingKeyId, Deque<Recipient.Ticket>> held = new HashMap<>();

    /** Adds what the gateway gave this binding. */
    public synchronized void add(BindingKeyId binding, Collection<Recipient.Ticket> tickets) {
        Deque<Recipient.Ticket> own = held.computeIfAbsent(binding, id -> new ArrayDeque<>());
        own.addAll(tickets);
        while (own.size() > MOST_OF_A_BINDING) {
            own.removeFirst();
        }
    }

    /** How many there are for codes of this type on this day. */
    public synchronized int count(BindingKeyId binding, CodeType type, LocalDate day) {
        TicketEpoch wanted = TicketEpoch.of(type, day);
        return (int) held.getOrDefault(binding, new ArrayDeque<>()).stream()
                .filter(ticket -> ticket.epoch().equals(wanted))
                .count();
    }

    @Override
    public synchronized Optional<Recipient.Ticket> take(BindingKeyId binding, CodeType type, LocalDate day) {
        Deque<Recipient.Ticket> own = held.getOrDefault(binding, new ArrayDeque<>());
        own.removeIf(ticket -> ticket.epoch().day().isBefore(day));
        Optional<Recipient.Ticket> ticket = own.stream()
                .filter(each ->
                        each.epoch().type() == type && each.epoch().day().equals(day))
                .findFirst();
        ticket.ifPresent(own::remove);
        if (own.isEmpty()) {
            held.remove(binding);
        }
        return ticket;
    }
}
