package mo.farol.phone.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Sends requests to a gateway. Redirects are never followed: a redirect would carry a bearer token, or a code, to an
 * address nobody chose.
 */
public final class Transport implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;

    private Transport(HttpClient client) {
        this.client = client;
    }

    /** Without TLS of its own choosing: {@code http} addresses, or {@code https} with the JDK's trusted roots. */
    public static Transport plain(HttpClient.Version version) {
        return new Transport(base(version).build());
    }

    /** With these trusted roots and, for mTLS, this identity; TLS 1.3 only. */
    public static Transport over(SSLContext tls, HttpClient.Version version) {
        SSLParameters onlyTls13 = new SSLParameters();
        onlyTls13.setProtocols(new String[] {"TLSv1.3"});
        return new Transport(
                base(version).sslContext(tls).sslParameters(onlyTls13).build());
    }

    private static HttpClient.Builder base(HttpClient.Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT);
    }

    /**
     * @throws IOException when no complete answer came; the request may or may not have been carried out
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request.timeout(REQUEST_TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
