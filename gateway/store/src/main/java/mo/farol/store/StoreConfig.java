package mo.farol.store;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach PostgreSQL, and what the redeeming statement is told. It never prints a secret.
 *
 * @param host of the primary
 * @param user the application's role, which owns nothing and may not change a table
 * @param caFile PEM of the authority that signed the server's certificate: TLS with {@code verify-full}; null: no TLS
 * @param poolSize connections for everything but the redeeming statement, which has its own
 * @param keyStore PKCS#12 file with the keys for data at rest
 * @param codeLife how long after its {@code iat} a code is accepted, 1 s to 600 s; 45 s in production
 * @param clockTolerance how far a code's {@code iat} may be ahead, 0 s to 600 s; 15 s in production
 * @param allowNotDurable for throw-away databases only: a server that may lose what it committed is let in
 */
public record StoreConfig(
        String host,
        int port,
        String database,
        String user,
        String password,
        @Nullable Path caFile,
        int poolSize,
        Path keyStore,
        String keyStorePassword,
        Duration codeLife,
        Duration clockTolerance,
        boolean allowNotDurable) {
    /** A code is accepted for this long unless configured otherwise. */
    public static final Duration CODE_LIFE = Duration.ofSeconds(45);

    /** A code may be this far ahead of the database's time unless configured otherwise. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(15);

    /** No code lives longer, whatever is configured. */
    public static final Duration LONGEST_LIFE = Duration.ofSeconds(600);

    /** @throws IllegalArgumentException when a number is out of bounds */
    public StoreConfig {
        requireSeconds("codeLife", codeLife, 1);
        requireSeconds("clockTolerance", clockTolerance, 0);
        if (poolSize < 1 || poolSize > 200) {
            throw new IllegalArgumentException("poolSize must be 1 to 200, not " + poolSize);
        }
    }

    private static void requireSeconds(String name, Duration value, int least) {
        if (value.toSeconds() < least || value.compareTo(LONGEST_LIFE) > 0 || value.getNano() != 0) {
            throw new IllegalArgumentException(name + " must be whole seconds, " + least + " to 600, not " + value);
        }
    }

    @Override
    public String toString() {
        return "StoreConfig[" + user + "@" + host + ":" + port + "/" + database + (caFile == null ? "" : " by TLS")
                + "]";
    }
}
