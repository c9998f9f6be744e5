package mo.farol.token.key;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.X25519;

/** Collects the keys of a ring and refuses what would make opening ambiguous or mix the types. */
public final class KeyRingBuilder {
    private final Map<Integer, RecipientKey> recipients = new HashMap<>();
    private final Map<Integer, TicketKey> tickets = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private final Set<CodeType> current = new HashSet<>();

    KeyRingBuilder() {}

    /**
     * Adds an HPKE key pair.
     *
     * @throws IllegalArgumentException when the id or the key is in the ring already, the halves do not belong
     *     together, or the type has a current key already
     */
    public KeyRingBuilder recipient(CodeType type, int kid, byte[] privateKey, byte[] publicKey, KeyState state) {
        return recipient(new RecipientKey(type, kid, privateKey, publicKey, state));
    }

    /** Adds an HPKE key pair, as the longer form does. */
    public KeyRingBuilder recipient(RecipientKey key) {
        refuse(!X25519.belongTogether(key.privateKey(), key.publicKey()), "the key's halves do not belong together");
        refuse(!secrets.add(HexFormat.of().formatHex(key.publicKey())), "the key is in the ring already");
        refuse(recipients.putIfAbsent(key.kid(), key) != null, "two keys share a key id");
        refuse(
                key.state() == KeyState.CURRENT && !current.add(key.type()),
                "two current keys for " + key.type().label());
        return this;
    }

    /**
     * Adds the ticket key of {@code type} on {@code day}.
     *
     * @param key 32 bytes
     * @throws IllegalArgumentException when the ring has a key for that type and day, or this very key, already
     */
    public KeyRingBuilder ticketKey(CodeType type, LocalDate day, byte[] key, KeyState state) {
        return ticketKey(new TicketKey(TicketEpoch.of(type, day), key, state));
    }

    /** Adds a ticket day key, as the longer form does. */
    public KeyRingBuilder ticketKey(TicketKey key) {
        refuse(!secrets.add(HexFormat.of().formatHex(key.key())), "the key is in the ring already");
        refuse(tickets.putIfAbsent(key.epoch().value(), key) != null, "two ticket keys share an epoch");
        return this;
    }

    public KeyRing build() {
        return new KeyRing(recipients, tickets);
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }
}
