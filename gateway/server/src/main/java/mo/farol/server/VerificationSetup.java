package mo.farol.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import mo.farol.core.verification.CodeWindow;
import mo.farol.core.verification.Verification;
import mo.farol.core.verification.VerificationLimits;
import mo.farol.core.verification.VerificationPorts;
import mo.farol.server.config.CodesConfig;
import mo.farol.server.keys.RingOfToday;
import mo.farol.server.replay.ClusterNews;
import mo.farol.store.Store;

/** The chain of steps, on the real ports. */
final class VerificationSetup {
    /** How long after its acceptance a code may still be asked about by an honest retry. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private VerificationSetup() {}

    static Verification of(Grounds grounds, Store store, ClusterNews news) {
        VerificationPorts ports = new VerificationPorts(
                grounds.crypto().crypto(),
                new RingOfToday(grounds.keys().ring(), store.time()),
                store.policyCatalogue(),
                store.publicKeys(),
                store.time(),
                store.arbiter(),
                store.accessLog(),
                news);
        CodesConfig codes = grounds.config().codes();
        CodeWindow window = new CodeWindow(
                Duration.ofSeconds(codes.toleranceSeconds()), Duration.ofSeconds(codes.lifeSeconds()), LATE);
        return new Verification(
                ports,
                window,
                VerificationLimits.standard(),
                InstantSource.system(),
                System::nanoTime,
                new SecureRandom());
    }
}
