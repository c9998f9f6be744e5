package mo.farol.server.proof.assertion;

import mo.farol.server.jws.JwsAlgorithm;

/**
 * Somebody whose assertions are believed.
 *
 * @param algorithm the only one that they may be signed by
 */
public record Provider(JwsAlgorithm algorithm, ProviderKeys keys) {}
