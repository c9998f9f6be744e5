package mo.farol.server.outgoing;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an HTTPS server is trusted, and how we show who we are. Always TLS 1.3, always with the host name checked.
 *
 * @param authorities PEM certificates that its chain must end in; empty: the JDK's own list
 * @param identity a client certificate; empty: none
 */
public record OutgoingTls(Optional<Path> authorities, Optional<Identity> identity) {
    public static final OutgoingTls USUAL = new OutgoingTls(Optional.empty(), Optional.empty());

    /**
     * @param certificate PEM chain
     * @param key PEM private key (PKCS#8)
     */
    public record Identity(Path certificate, Path key) {}
}
