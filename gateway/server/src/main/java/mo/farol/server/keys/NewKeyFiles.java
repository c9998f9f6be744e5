package mo.farol.server.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import mo.farol.server.config.KeysConfig;
import mo.farol.server.config.Secret;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.token.CodeType;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;

/** Makes all key files of a new deployment. */
public final class NewKeyFiles {
    private static final int SECRET_LENGTH = 32;

    private final SecureRandom random;
    private final Clock clock;

    public NewKeyFiles(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /**
     * Writes the three files into {@code directory}, which is made when it is not there.
     *
     * @param ticketDays days, from today, that get a ticket key per type
     * @throws IOException when a file exists already: keys are never replaced
     */
    public KeysConfig write(Path directory, Secret password, int ticketDays)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        KeysConfig files = KeysConfig.in(directory, password);
        for (Path file : List.of(files.codes(), files.signing(), files.atRest())) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        codes(password, ticketDays).write(files.codes());
        signing(password).write(files.signing());
        AtRestKeys.create(files.atRest(), password.reveal(), random);
        return files;
    }

    private KeyFile codes(Secret password, int ticketDays) throws GeneralSecurityException {
        KeyFile file = KeyFile.empty(password);
        int kid = random.nextInt();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (CodeType type : CodeType.values()) {
            for (KeyState state : List.of(KeyState.CURRENT, KeyState.NEXT)) {
                put(file, CodeKeys.hpkeName(type, state, kid++), x25519());
            }
            for (int day = 0; day < ticketDays; day++) {
                KeyState state = day == 0 ? KeyState.CURRENT : KeyState.NEXT;
                file.put(CodeKeys.ticketName(type, state, today.plusDays(day)), secret());
            }
        }
        return file;
    }

    private KeyFile signing(Secret password) throws GeneralSecurityException {
        KeyFile file = KeyFile.empty(password);
        for (String name : List.of(
                GatewayKeys.ACCESS_TOKENS, GatewayKeys.RECEIPTS, GatewayKeys.KEY_LIST, GatewayKeys.CHALLENGES)) {
            put(file, name, p256());
        }
        put(file, GatewayKeys.LOG, ed25519());
        return file;
    }

    /**
     * Adds the public log's key to a file of signing keys that was made before there was one.
     *
     * @return false when it has one: keys are never replaced
     */
    public boolean addLogKey(Path signing, Secret password) throws IOException, GeneralSecurityException, KeysUnusable {
        KeyFile file = KeyFile.open(signing, password);
        if (file.names().contains(GatewayKeys.LOG)) {
            return false;
        }
        put(file, GatewayKeys.LOG, ed25519());
        replace(signing, file);
        return true;
    }

    /**
     * Brings the ticket keys of a file up to date: makes those that are missing of today and the days after it, and takes
     * out those of days before yesterday, which open nothing any more. Keys that are there stay as they are.
     *
     * @param days from today on, counted in UTC
     */
    public TicketDays addTicketDays(Path codes, Secret password, int days)
            throws IOException, GeneralSecurityException, KeysUnusable {
        KeyFile file = KeyFile.open(codes, password);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int removed = 0;
        for (TicketEpoch past : CodeKeys.ticketsBefore(file, today.minusDays(1))) {
            for (KeyState state : KeyState.values()) {
                file.remove(CodeKeys.ticketName(past.type(), state, past.day()));
            }
            removed++;
        }
        int made = 0;
        for (TicketEpoch missing : CodeKeys.ticketsMissing(file, today, days)) {
            file.put(CodeKeys.ticketName(missing.type(), KeyState.NEXT, missing.day()), secret());
            made++;
        }
        if (made + removed > 0) {
            replace(codes, file);
        }
        return new TicketDays(made, removed);
    }

    /** What became of a file's ticket keys. */
    public record TicketDays(int made, int removed) {}

    private static void replace(Path old, KeyFile file) throws IOException, GeneralSecurityException {
        Path whole = old.resolveSibling(old.getFileName() + ".new");
        Files.deleteIfExists(whole);
        file.write(whole);
        Files.move(whole, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static KeyPair ed25519() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
    }

    private void put(KeyFile file, String name, KeyPair pair) throws GeneralSecurityException {
        file.put(name, pair.getPrivate(), ThrowAwayCertificate.around(pair.getPublic(), p256(), clock.instant()));
    }

    private KeyPair x25519() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("X25519", "SunEC").generateKeyPair();
    }

    private KeyPair p256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private byte[] secret() {
        byte[] secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        return secret;
    }
}
