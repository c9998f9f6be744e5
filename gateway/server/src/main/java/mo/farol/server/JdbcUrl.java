package mo.farol.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mo.farol.server.config.StoreSettings;

/** Where migrations run, with the same demand on TLS as the gateway's own connections. */
final class JdbcUrl {
    private JdbcUrl() {}

    static String of(StoreSettings store) {
        String url = "jdbc:postgresql://" + store.host() + ":" + store.port() + "/" + store.database();
        return store.rootCertificate() == null
                ? url
                : url + "?sslmode=verify-full&sslrootcert="
                        + encoded(store.rootCertificate().toString());
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
