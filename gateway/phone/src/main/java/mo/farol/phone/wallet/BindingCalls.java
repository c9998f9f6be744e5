package mo.farol.phone.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.http.ApiClient;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/** The calls of the resident API from a phone's new key to a bound e-ID, one by one; {@link PhoneBinder} makes them in order. */
public final class BindingCalls {
    private static final String EIDS = "/resident/v1/e-ids/";

    private final ApiClient api;

    BindingCalls(ApiClient api) {
        this.api = api;
    }

    /** Needs step-up. @param guardian for a minor's e-ID: the e-ID of the parent or guardian who will prove themselves */
    public ApiAnswer<Challenge> challenge(UUID eid, BindingPublicKey key, PhoneLabel phone, Optional<UUID> guardian)
            throws IOException, InterruptedException {
        return api.post(
                EIDS + eid + "/binding-challenges",
                new ChallengeRequest(base64(key.point()), phone, guardian.orElse(null)),
                Challenge.class);
    }

    public ApiAnswer<FaceCheck> faceCheck(UUID eid, UUID challenge) throws IOException, InterruptedException {
        return api.post(EIDS + eid + "/face-checks", Map.of("challenge", challenge), FaceCheck.class);
    }

    /** Needs step-up. @param faceAssertion what the face-check provider signed */
    public ApiAnswer<Bound> bind(UUID eid, Proof proof, String faceAssertion) throws IOException, InterruptedException {
        return api.post(
                EIDS + eid + "/bindings",
                new BindRequest(proof.challenge(), base64(proof.signature()), proof.chain(), faceAssertion),
                Bound.class);
    }

    /** Needs step-up. */
    public ApiAnswer<ShownNumber> kioskNumber(UUID eid, Proof proof) throws IOException, InterruptedException {
        return api.post(
                EIDS + eid + "/kiosk-numbers",
                new BindRequest(proof.challenge(), base64(proof.signature()), proof.chain(), null),
                ShownNumber.class);
    }

    /** What became of a number: for the phone that shows it. */
    public ApiAnswer<NumberState> numberState(UUID eid, UUID challenge) throws IOException, InterruptedException {
        return api.get(EIDS + eid + "/kiosk-numbers/" + challenge, NumberState.class);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * That the phone has the key.
     *
     * @param signature over the binding statement: r || s, 64 bytes
     * @param attestation certificates in base64 of DER, the key's own first; empty when the phone has none
     */
    public record Proof(UUID challenge, byte[] signature, List<String> attestation) {
        @Nullable
        List<String> chain() {
            return attestation.isEmpty() ? null : attestation;
        }
    }

    /** What a binding gives. */
    public record Bound(SeenBinding binding, Receipt receipt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ChallengeRequest(
            String publicKey, PhoneLabel phone, @Nullable UUID guardian) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record BindRequest(
            UUID challenge,
            String signature,
            @Nullable List<String> attestation,
            @Nullable String faceAssertion) {}
}
