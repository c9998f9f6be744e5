package mo.farol.api.resident;

import java.util.UUID;

/**
 * What the phone signs to be bound.
 *
 * @param nonce base64url of 32 random bytes, also the challenge of the key's attestation
 * @param keyId 16 hex digits: what the phone's codes will carry
 * @param expires RFC 3339 with offset +08:00
 * @param faceAllowed false: only the kiosk or a counter will do
 */
public record ChallengeAnswer(UUID challenge, String nonce, String keyId, String expires, boolean faceAllowed) {
    @Override
    public String toString() {
        return "ChallengeAnswer[redacted]";
    }
}
