package mo.farol.core.registry;

import org.jspecify.annotations.Nullable;

/**
 * An approved institution.
 *
 * @param name its public name, unique
 * @param encryptionKey its public JWK (P-256) for released fields, if it has one
 */
public record NewInstitution(String name, @Nullable String encryptionKey) {}
