package mo.farol.bench.mint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import javax.crypto.SecretKey;
import mo.farol.token.CodeType;
import mo.farol.token.TicketDerivation;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;
import mo.farol.token.mint.Recipient;

/**
 * Tickets without asking the gateway for them: derived from today's key in the benchmark gateway's own key file, which
 * stands in for phones that fetched theirs before the run.
 */
public final class TicketBook {
    private final Crypto crypto;
    private final TicketKey day;
    private final SecureRandom random = new SecureRandom();

    private TicketBook(Crypto crypto, TicketKey day) {
        this.crypto = crypto;
        this.day = day;
    }

    /**
     * Opens the gateway's code keys (PKCS#12).
     *
     * @throws IOException when the file does not open or has no ticket key for this type and day
     */
    public static TicketBook open(Crypto crypto, Path keys, Path password, CodeType type)
            throws IOException, GeneralSecurityException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        char[] secret = Files.readString(password).strip().toCharArray();
        KeyStore file = KeyStore.getInstance(keys.toFile(), secret);
        for (String alias : Collections.list(file.aliases())) {
            boolean ours = alias.startsWith("ticket." + type.label() + ".") && alias.endsWith("." + today);
            if (ours && file.getKey(alias, secret) instanceof SecretKey key) {
                TicketEpoch epoch = TicketEpoch.of(type, today);
                return new TicketBook(crypto, new TicketKey(epoch, key.getEncoded(), KeyState.CURRENT));
            }
        }
        throw new IOException(keys + " has no ticket key for " + type.label() + " on " + today);
    }

    /** A fresh ticket, as the gateway would have given it out today. */
    public Recipient next() {
        byte[] ticket = new byte[16];
        random.nextBytes(ticket);
        return new Recipient.Ticket(day.epoch(), ticket, TicketDerivation.contentKey(crypto, day, ticket));
    }
}
