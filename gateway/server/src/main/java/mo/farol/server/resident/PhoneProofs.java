package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Bindings.PhoneProof;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Challenges;
import mo.farol.core.binding.KeyLevel;
import mo.farol.server.eid.Base64Text;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.proof.Attestations;
import org.jspecify.annotations.Nullable;

/** What a phone sends to prove its key, and what its attestation says of it. */
final class PhoneProofs {
    private static final int SIGNATURE = 64;
    private static final int MOST_CERTIFICATES = 8;
    private static final int LONGEST_CERTIFICATE = 8192;

    private final Challenges challenges;
    private final Attestations attestations;

    PhoneProofs(Challenges challenges, Attestations attestations) {
        this.challenges = challenges;
        this.attestations = attestations;
    }

    /** As it was sent, well-formed and not judged yet. */
    record Sent(UUID challenge, byte[] signature, List<byte[]> attestation) {}

    static Sent read(String challenge, String signature, @Nullable List<@Nullable String> attestation)
            throws RequestRefused {
        List<byte[]> chain = new ArrayList<>();
        if (attestation != null) {
            if (attestation.size() > MOST_CERTIFICATES) {
                throw Bodies.invalid();
            }
            for (String certificate : attestation) {
                chain.add(Base64Text.padded(certificate, LONGEST_CERTIFICATE));
            }
        }
        return new Sent(Handles.required(challenge), Base64Text.url(signature, SIGNATURE), chain);
    }

    /** @return fails with {@link mo.farol.server.proof.ProofRefused} when the attestation does not hold */
    Future<PhoneProof> judge(Vertx vertx, Caller caller, Sent sent) {
        return challenges
                .find(sent.challenge())
                .map(found -> found.filter(challenge -> isOf(caller, challenge)))
                .compose(own -> level(vertx, own, sent))
                .map(level -> new PhoneProof(sent.challenge(), sent.signature(), level));
    }

    /** Somebody else's challenge must look like none, so the attestation is not held against it: the rules refuse it. */
    private static boolean isOf(Caller caller, Challenge challenge) {
        return challenge.resident() == caller.resident() && Arrays.equals(challenge.session(), caller.session());
    }

    /** Certificates are slow to check, so not on the event loop. */
    private Future<KeyLevel> level(Vertx vertx, Optional<Challenge> own, Sent sent) {
        return own.map(challenge -> vertx.executeBlocking(
                        () -> attestations.level(sent.attestation(), challenge.nonce(), challenge.key()), false))
                .orElseGet(() -> Future.succeededFuture(KeyLevel.NOT_ATTESTED));
    }
}
