package mo.farol.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import mo.farol.server.jws.JwsAlgorithm;

/**
 * Somebody whose signed assertions are believed. Exactly one of the two places of its keys is given.
 *
 * @param issuer {@code iss} of its assertions, to the letter
 * @param keysUrl {@code jwks_uri}
 * @param keysFile {@code jwks_file}
 * @param algorithm the only one its assertions may be signed by
 */
public record AssertionProvider(
        String issuer, Optional<URI> keysUrl, Optional<Path> keysFile, JwsAlgorithm algorithm) {}
