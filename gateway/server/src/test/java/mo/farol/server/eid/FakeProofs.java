package mo.farol.server.eid;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Bindings.FaceCheckSubject;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Challenges;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.KioskCheck;
import mo.farol.server.proof.Attestations;
import mo.farol.server.proof.FaceAssertions;
import mo.farol.server.proof.FaceChecks;
import mo.farol.server.proof.KioskAssertions;
import mo.farol.server.proof.ProofRefused;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/** Believes every proof that says {@code right}; a chain of certificates is believed when its first byte is 1. */
public final class FakeProofs implements FaceAssertions, FaceChecks, KioskAssertions, Attestations, Challenges {
    public final List<Challenge> challenges = new CopyOnWriteArrayList<>();
    public volatile boolean providerAnswers = true;
    public volatile boolean expired;

    /** The session and key that the last attestation was held against. */
    public volatile byte @Nullable [] heldAgainst;

    @Override
    public Future<FaceCheck> read(String compactJws) {
        return compactJws.equals("right") && !expired
                ? Future.succeededFuture(
                        new FaceCheck(Samples.PARENT, Samples.CHALLENGE, "bind", 0.99, 0.98, new byte[32], Samples.AT))
                : Future.failedFuture(new ProofRefused(refusal(compactJws)));
    }

    @Override
    public Future<KioskCheck> read(String compactJws, String kiosk, String number) {
        return compactJws.equals("right") && !expired
                ? Future.succeededFuture(new KioskCheck(Samples.PARENT, true, new byte[32], Samples.AT))
                : Future.failedFuture(new ProofRefused(refusal(compactJws)));
    }

    private static BindingRefusal refusal(String compactJws) {
        return compactJws.equals("mismatch") ? BindingRefusal.ASSERTION_MISMATCH : BindingRefusal.ASSERTION_INVALID;
    }

    @Override
    public Future<Started> start(FaceCheckSubject subject) {
        return providerAnswers
                ? Future.succeededFuture(new Started("c-1", URI.create("https://face.example.mo/c-1"), Samples.AT))
                : Future.failedFuture(new Unreachable(new IOException("no answer")));
    }

    @Override
    public KeyLevel level(List<byte[]> chain, byte[] challenge, BindingPublicKey key) throws ProofRefused {
        heldAgainst = challenge;
        if (chain.isEmpty()) {
            return KeyLevel.NOT_ATTESTED;
        }
        if (!Arrays.equals(chain.getFirst(), new byte[] {1})) {
            throw new ProofRefused(BindingRefusal.ATTESTATION_INVALID);
        }
        return KeyLevel.STRONG_BOX;
    }

    @Override
    public Future<Void> add(Challenge challenge) {
        challenges.add(challenge);
        return Future.succeededFuture();
    }

    @Override
    public Future<Optional<Challenge>> find(UUID id) {
        return Future.succeededFuture(challenges.stream()
                .filter(challenge -> challenge.id().equals(id))
                .findFirst());
    }
}
