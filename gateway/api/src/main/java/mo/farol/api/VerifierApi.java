package mo.farol.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The verifier API's description (OpenAPI 3.1). */
public final class VerifierApi {
    private static final String NAME = "verifier.yaml";

    private VerifierApi() {}

    /** The file as it is, UTF-8. */
    public static byte[] yaml() {
        try (InputStream in = VerifierApi.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + NAME);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
