package mo.farol.server.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The SMTP server that takes notices, and how they are sent.
 *
 * @param rootCertificate PEM of the authority of its certificate; empty: the JDK's own list
 * @param from the sender's address
 * @param reportDesk the address that gets residents' reports
 * @param perSecond mails at most
 * @param parallel mails under way at once
 */
public record MailSettings(
        String host,
        int port,
        Tls tls,
        Optional<Path> rootCertificate,
        Optional<Login> login,
        String from,
        String reportDesk,
        int perSecond,
        int parallel) {
    /** How the connection is protected. */
    public enum Tls {
        /** STARTTLS (RFC 3207), or nothing is sent. */
        REQUIRED,
        /** From the first byte (RFC 8314, 3.3). */
        IMPLICIT,
        /** In the demo only. */
        NONE
    }

    public record Login(String user, Secret password) {}
}
