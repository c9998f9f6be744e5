package mo.farol.server.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 on the API listener.
 *
 * @param certificate PEM chain of the listener
 * @param key PEM private key (PKCS#8)
 * @param clientCa PEM certificates that may sign terminals' client certificates; absent: no mTLS
 */
public record TlsConfig(
        Path certificate, Path key, @Nullable Path clientCa) {}
