package mo.farol.token.key;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.token.CodeType;

/**
 * An immutable snapshot of the keys that open codes. A rotation makes a new ring; a request uses one ring throughout. No
 * two keys share an id, so a code names the one key that can open it and nothing is ever tried in turn.
 */
public final class KeyRing {
    private final Map<Integer, RecipientKey> recipients;
    private final Map<Integer, TicketKey> tickets;

    KeyRing(Map<Integer, RecipientKey> recipients, Map<Integer, TicketKey> tickets) {
        this.recipients = Map.copyOf(recipients);
        this.tickets = Map.copyOf(tickets);
    }

    public static KeyRingBuilder builder() {
        return new KeyRingBuilder();
    }

    /** The HPKE key with this id, in whatever state it is. */
    public Optional<RecipientKey> recipient(int kid) {
        return Optional.ofNullable(recipients.get(kid));
    }

    /** The ticket day key of this epoch, in whatever state it is. */
    public Optional<TicketKey> ticketKey(TicketEpoch epoch) {
        return Optional.ofNullable(tickets.get(epoch.value()));
    }

    /** The key for which phones make codes of {@code type} now. */
    public Optional<RecipientKey> current(CodeType type) {
        return recipients.values().stream()
                .filter(key -> key.type() == type && key.state() == KeyState.CURRENT)
                .findAny();
    }

    /** Every HPKE key of the ring, for {@code /.well-known/code-keys}, ordered by type, state and id. */
    public List<PublishedKey> published() {
        return recipients.values().stream()
                .map(RecipientKey::published)
                .sorted(PublishedKey.ORDER)
                .toList();
    }

    /** Every HPKE key of the ring. */
    public List<RecipientKey> recipients() {
        return List.copyOf(recipients.values());
    }

    /** The same keys without the ticket keys of days before {@code day}: codes by them are of an unknown key. */
    public KeyRing withoutTicketsBefore(LocalDate day) {
        Map<Integer, TicketKey> left = new HashMap<>(tickets);
        left.values().removeIf(key -> key.epoch().day().isBefore(day));
        return new KeyRing(recipients, left);
    }

    /** Every ticket day key of the ring. */
    public List<TicketKey> ticketKeys() {
        return List.copyOf(tickets.values());
    }
}
