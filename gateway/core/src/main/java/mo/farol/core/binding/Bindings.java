package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * Everything that residents, kiosks, operators and the civil registry can do to bindings. Each method checks who may,
 * then has the ledger decide. All fail with {@link mo.farol.core.verification.ArbiterUnreachable} when the outcome is not known.
 */
public interface Bindings {
    /**
     * Makes a challenge for a phone's new key. Needs step-up.
     *
     * @param guardian the handle of the parent or guardian who will prove themselves, for a minor's e-ID; null for one's own
     */
    Future<Answer<NewChallenge>> challenge(
            Caller caller, UUID eid, BindingPublicKey key, PhoneInfo phone, @Nullable UUID guardian);

    /** Who must prove themselves for this challenge, for the face-check provider. Refused when a kiosk is required. */
    Future<Answer<FaceCheckSubject>> faceCheckSubject(Caller caller, UUID eid, UUID challenge);

    Future<Answer<EidEvent>> bind(Caller caller, UUID eid, FaceProof proof, RequestKey request);

    /** @return the number to show on the phone, eight digits */
    Future<Answer<ShownNumber>> kioskNumber(Caller caller, UUID eid, PhoneProof proof, RequestKey request);

    Future<Answer<KioskNumber>> kioskNumberState(Caller caller, UUID eid, UUID challenge);

    Future<Answer<EidEvent>> bindAtKiosk(TerminalIdentity kiosk, String number, KioskCheck check, RequestKey request);

    /** Any signed-in resident may suspend their own and their wards' e-IDs, without step-up. */
    Future<Answer<EidEvent>> suspend(Caller caller, UUID binding, @Nullable String reason, RequestKey request);

    Future<Answer<EidEvent>> resume(Caller caller, UUID binding, @Nullable String reason, RequestKey request);

    Future<Answer<EidEvent>> unbind(Caller caller, UUID binding, @Nullable String reason, RequestKey request);

    Future<Answer<EidEvent>> unbindAtCounter(OperatorCaller operator, UUID binding, String reason, RequestKey request);

    /** The first of two operators opens a case for the number that the phone shows. */
    Future<Answer<UUID>> openCounterCase(
            OperatorCaller operator, String number, UUID actor, String reason, RequestKey request);

    /** The second, another person, closes it by binding. */
    Future<Answer<EidEvent>> approveCounterCase(OperatorCaller operator, UUID counterCase, RequestKey request);

    Future<Answer<EidEvent>> cardEvent(OperatorCaller operator, CardEvent event, RequestKey request);

    Future<Answer<EidEvent>> guardianshipEvent(OperatorCaller operator, GuardianshipEvent event, RequestKey request);

    /**
     * @param faceAllowed whether a face check may be used; otherwise only the kiosk or a counter
     */
    record NewChallenge(Challenge challenge, boolean faceAllowed) {}

    /**
     * @param person the e-ID handle of whose face is to be compared
     * @param number that person's ID number, by which the provider finds the picture to compare with
     */
    record FaceCheckSubject(UUID person, IdNumber number, UUID challenge) {}

    /**
     * That the phone has the pending key.
     *
     * @param signature ES256 over {@link mo.farol.token.BindingStatement}, r || s
     * @param level what the phone's attestation, already verified against the challenge's nonce and key, proved
     */
    record PhoneProof(UUID challenge, byte[] signature, KeyLevel level) {}

    record FaceProof(PhoneProof phone, FaceCheck check) {}

    /** @param number eight digits */
    record ShownNumber(String number, KioskNumber pending) {
        @Override
        public String toString() {
            return "ShownNumber[redacted]";
        }
    }

    /** What the answer to a bind needs beyond its event. */
    static Optional<BindingKeyId> keyId(EidEvent event) {
        return Optional.ofNullable(event.keyId()).map(BindingKeyId::new);
    }
}
