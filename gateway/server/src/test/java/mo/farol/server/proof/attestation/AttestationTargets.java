package mo.farol.server.proof.attestation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mo.farol.server.config.InvalidConfig;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What must hold for any input, one method a parser. Each lets through {@link NotAttested} and nothing else: no exception
 * of BouncyCastle's, no overflowing stack.
 */
final class AttestationTargets {
    private static final TestPhone PHONE = new TestPhone();
    private static final byte[] PHONE_CERTIFICATE = PHONE.phoneCertificate();
    private static final CertificatePath PATH = path();
    private static final byte[] NONCE = new byte[32];
    private static final KeyRules RULES = new KeyRules(Optional.empty(), false);

    private AttestationTargets() {}

    /** Whether the description was understood. */
    static boolean description(byte[] input) {
        try {
            RULES.check(KeyDescription.read(input), NONCE);
            return true;
        } catch (NotAttested e) {
            return false;
        }
    }

    static boolean applicationId(byte[] input) {
        try {
            ApplicationId.read(input);
            return true;
        } catch (NotAttested e) {
            return false;
        }
    }

    /** A certificate as leaf, as issuer and as its own issuer: nothing that a fuzzer makes reaches the root. */
    static boolean certificate(byte[] input) {
        try {
            ChainCertificate read = ChainCertificate.read(input);
            CertificateSignature.holds(read, read);
            ChainCertificate phone = ChainCertificate.read(PHONE_CERTIFICATE);
            CertificateSignature.holds(phone, read);
            PATH.follow(List.of(input, PHONE_CERTIFICATE), Instant.EPOCH);
            return true;
        } catch (NotAttested e) {
            return false;
        }
    }

    private static CertificatePath path() {
        try {
            TrustedRoots roots = TrustedRoots.load(List.<Path>of(), Set.of("00".repeat(32)));
            return new CertificatePath(roots, RevokedSerials.load(Optional.empty()));
        } catch (InvalidConfig e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> descriptions() {
        byte[] good = new Description(NONCE).der();
        byte[] strongBox = new Description(NONCE).at(2, 2).der();
        byte[] software = new Description(NONCE).at(0, 0).der();
        byte[] deep = new byte[4000];
        for (int i = 0; i + 3 < deep.length; i += 4) {
            int rest = deep.length - i - 4;
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) (rest >> 8);
            deep[i + 3] = (byte) rest;
        }
        byte[] endless = new byte[4000];
        for (int i = 0; i < endless.length; i += 2) {
            endless[i] = 0x30;
            endless[i + 1] = (byte) 0x80;
        }
        return of(good, strongBox, software, Arrays.copyOf(good, 40), deep, endless);
    }

    static Stream<Arguments> applicationIds() {
        return of(Description.app("mo.example.eid", NONCE).getOctets(), new byte[] {0x30, 0});
    }

    static Stream<Arguments> certificates() {
        List<byte[]> chain = PHONE.chain(new Description(NONCE).der());
        return of(chain.get(0), chain.get(1), chain.get(3), Arrays.copyOf(chain.get(0), 100));
    }

    private static Stream<Arguments> of(byte[]... inputs) {
        return Arrays.stream(inputs).map(input -> Arguments.of((Object) input));
    }
}
