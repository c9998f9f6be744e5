package mo.farol.server.config;

import java.util.Optional;

/** What others prove to the gateway. What is absent is not offered. */
public record ProofsConfig(
        Optional<FaceCheckConfig> faceCheck, Optional<KioskConfig> kiosks, Optional<AttestationConfig> attestation) {}
