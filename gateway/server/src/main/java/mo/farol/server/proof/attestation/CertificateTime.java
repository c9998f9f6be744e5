package mo.farol.server.proof.attestation;

import java.time.Instant;
import mo.farol.core.time.DatabaseTime;

/**
 * The database's time for the dates of certificates. When it is not certain to two seconds, the last certain reading is
 * as good: these dates are months apart.
 */
final class CertificateTime {
    private final DatabaseTime time;
    private volatile long last;

    CertificateTime(DatabaseTime time) {
        this.time = time;
    }

    Instant now() throws NotAttested {
        try {
            last = time.millis();
        } catch (DatabaseTime.UncertainTime e) {
            NotAttested.unless(last > 0, "the database's time was never known");
        }
        return Instant.ofEpochMilli(last);
    }
}
