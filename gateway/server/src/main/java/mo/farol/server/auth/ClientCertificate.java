package mo.farol.server.auth;

import io.vertx.core.http.HttpServerRequest;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import mo.farol.server.keys.Digests;

/**
 * The client certificate of a connection, by its SHA-256.
 *
 * @param sha256 of the DER form, 32 bytes
 */
public record ClientCertificate(byte[] sha256) {
    /** @return empty when the caller presented none */
    public static Optional<ClientCertificate> of(HttpServerRequest request) {
        SSLSession session = request.isSSL() ? request.sslSession() : null;
        if (session == null) {
            return Optional.empty();
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return Optional.of(new ClientCertificate(Digests.sha256(chain[0].getEncoded())));
        } catch (SSLPeerUnverifiedException | CertificateEncodingException none) {
            return Optional.empty();
        }
    }

    /** As the terminal's enrolment has it. */
    String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    /** As {@code x5t#S256} has it (RFC 8705, 3.1). */
    public String thumbprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    }
}
