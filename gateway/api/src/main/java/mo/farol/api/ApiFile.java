package mo.farol.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of one of the three APIs (OpenAPI 3.1). */
public enum ApiFile {
    VERIFIER("verifier.yaml"),
    RESIDENT("resident.yaml"),
    OPERATOR("operator.yaml");

    private final String fileName;

    ApiFile(String fileName) {
        this.fileName = fileName;
    }

    /** As under {@code /openapi/}. */
    public String fileName() {
        return fileName;
    }

    /** The file as it is, UTF-8. */
    public byte[] yaml() {
        try (InputStream in = ApiFile.class.getResourceAsStream(fileName)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + fileName);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
