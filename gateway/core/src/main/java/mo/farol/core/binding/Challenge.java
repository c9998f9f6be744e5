package mo.farol.core.binding;

import java.time.Instant;
import java.util.UUID;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A phone's pending key and what it must sign to be bound. Single use, short, and good for one signed-in session only.
 *
 * @param id its random name in the API
 * @param resident the row of the e-ID to bind
 * @param actor the row of whose proof is needed: the resident, or a parent or guardian of a minor
 * @param session who asked: SHA-256 of issuer, subject and session
 * @param nonce 32 random bytes
 * @param keyId what the binding's codes will carry
 * @param replacing the row of the binding that was live when this was made; null: none was
 */
public record Challenge(
        UUID id,
        long resident,
        long actor,
        byte[] session,
        byte[] nonce,
        BindingKeyId keyId,
        BindingPublicKey key,
        PhoneInfo phone,
        @Nullable Long replacing,
        Instant expires) {
    @Override
    public String toString() {
        return "Challenge[" + id + "]";
    }
}
