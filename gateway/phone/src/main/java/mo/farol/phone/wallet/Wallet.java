package mo.farol.phone.wallet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;

/**
 * The keys on one phone: one for each e-ID it holds, and those that wait to be bound. Safe for use by many threads. It
 * never prints.
 */
public final class Wallet {
    private static final int MOST_HELD = 64;
    private static final int MOST_PENDING = 16;

    private final PhoneLabel label;
    private final Crypto crypto;
    private final RandomGenerator random;
    private final Map<UUID, HeldEid> held = new LinkedHashMap<>();
    private final Map<UUID, PendingKey> pending = new LinkedHashMap<>();

    /** An empty one. @param random a {@link java.security.SecureRandom} */
    public Wallet(PhoneLabel label, Crypto crypto, RandomGenerator random) {
        this.label = label;
        this.crypto = crypto;
        this.random = random;
    }

    /** @throws IOException when the file cannot be read or is not a wallet's; the message names the file */
    public static Wallet read(Path file, Crypto crypto, RandomGenerator random) throws IOException {
        WalletFile state = WalletFile.read(file);
        Wallet wallet = new Wallet(state.phone(), crypto, random);
        state.held().forEach(wallet::hold);
        state.pending().forEach(wallet::keep);
        return wallet;
    }

    /** Writes everything into a file that only its owner may read. */
    public synchronized void write(Path file) throws IOException {
        WalletFile.of(label, List.copyOf(held.values()), List.copyOf(pending.values()))
                .write(file);
    }

    public PhoneLabel label() {
        return label;
    }

    /** The e-ID, if it is on this phone. */
    public synchronized Optional<HeldEid> held(UUID eid) {
        return Optional.ofNullable(held.get(eid));
    }

    /** All e-IDs on this phone, in the order they came. */
    public synchronized List<HeldEid> held() {
        return new ArrayList<>(held.values());
    }

    /** Keys whose number waits at a kiosk or a counter. */
    public synchronized List<PendingKey> pending() {
        return new ArrayList<>(pending.values());
    }

    /** Puts an e-ID on this phone, in place of an earlier key of it. @throws IllegalStateException when the phone is full */
    public synchronized void hold(HeldEid eid) {
        if (held.size() >= MOST_HELD && !held.containsKey(eid.eid())) {
            throw new IllegalStateException("a phone holds at most " + MOST_HELD + " e-IDs");
        }
        held.put(eid.eid(), eid);
        pending.values().removeIf(key -> key.eid().equals(eid.eid()));
    }

    /** Throws an e-ID's key away. */
    public synchronized void drop(UUID eid) {
        held.remove(eid);
    }

    byte[] newScalar() {
        return P256.newScalar(random);
    }

    Crypto crypto() {
        return crypto;
    }

    /** Keeps a key until it is bound or given up; of too many the oldest goes. */
    synchronized PendingKey keep(PendingKey key) {
        pending.put(key.challenge(), key);
        while (pending.size() > MOST_PENDING) {
            pending.remove(pending.keySet().iterator().next());
        }
        return key;
    }

    synchronized void giveUp(PendingKey key) {
        pending.remove(key.challenge());
    }

    @Override
    public String toString() {
        return "Wallet[redacted]";
    }
}
