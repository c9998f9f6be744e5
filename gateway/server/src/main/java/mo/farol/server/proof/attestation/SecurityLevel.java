package mo.farol.server.proof.attestation;

import mo.farol.core.binding.KeyLevel;

/** {@code SecurityLevel} of the attestation's schema, weakest first. */
enum SecurityLevel {
    SOFTWARE(KeyLevel.SOFTWARE),
    TRUSTED_ENVIRONMENT(KeyLevel.TRUSTED_ENVIRONMENT),
    STRONG_BOX(KeyLevel.STRONG_BOX);

    private final KeyLevel keyLevel;

    SecurityLevel(KeyLevel keyLevel) {
        this.keyLevel = keyLevel;
    }

    /** @param number as the schema numbers them */
    static SecurityLevel numbered(int number) throws NotAttested {
        NotAttested.unless(number < values().length, "the security level is unknown");
        return values()[number];
    }

    KeyLevel keyLevel() {
        return keyLevel;
    }

    SecurityLevel lower(SecurityLevel other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
