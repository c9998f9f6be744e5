package mo.farol.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * What one institution may read for one purpose.
 *
 * @param institution the institution's row
 * @param version rises with every change; the redeeming statement compares it
 * @param fields what may be released; none for a verify-only purpose
 * @param encryptionKey the institution's public JWK (P-256) when released fields must leave encrypted, else null
 */
public record Grant(
        long institution,
        Purpose purpose,
        long version,
        FieldSet fields,
        @Nullable String encryptionKey) {}
