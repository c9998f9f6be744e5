package mo.farol.demo.postgres;

import java.nio.file.Path;

/**
 * What a server needs to speak TLS 1.3, and nothing older.
 *
 * @param certificate PEM
 * @param key PEM, readable by its owner only
 */
public record PostgresTls(Path certificate, Path key) {}
