package mo.farol.server.http;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.config.ListenerConfig;
import mo.farol.server.config.TlsConfig;

/**
 * The listener's options: HTTP/1.1 only, because our deadlines and our guard against misread headers work there; no
 * compression, which would let the length of an answer speak.
 */
final class ListenerOptions {
    private static final int LONGEST_LINE = 2048;
    private static final int MOST_FORM_FIELDS = 16;
    private static final int HANDSHAKE_SECONDS = 5;

    private ListenerOptions() {}

    static HttpServerOptions of(ListenerConfig listener, LimitsConfig limits) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(listener.host())
                .setPort(listener.port())
                .setUseAlpn(false)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(limits.headerBytes())
                .setMaxFormAttributeSize(limits.bodyBytes())
                .setMaxFormBufferedBytes(limits.bodyBytes())
                .setMaxFormFields(MOST_FORM_FIELDS)
                .setCompressionSupported(false)
                .setDecompressionSupported(false)
                .setIdleTimeout(limits.idleSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true)
                .setReuseAddress(true);
        TlsConfig tls = listener.tls();
        return tls == null ? options : withTls(options, tls);
    }

    private static HttpServerOptions withTls(HttpServerOptions options, TlsConfig tls) {
        options.setSsl(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString()));
        if (tls.clientCa() != null) {
            options.setClientAuth(ClientAuth.REQUEST)
                    .setTrustOptions(
                            new PemTrustOptions().addCertPath(tls.clientCa().toString()));
        }
        return options;
    }
}
