package mo.farol.core.verification;

import mo.farol.core.policy.FieldSet;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.Nonce;
import org.jspecify.annotations.Nullable;

/**
 * A terminal's question, as its well-formed body puts it. Nothing in it is believed yet. It never prints.
 *
 * @param idempotencyKey the header's value, visible ASCII
 * @param bodyHash SHA-256 of the body as received: 32 bytes
 * @param code the text the scanner read
 * @param purpose the purpose's name
 * @param fields the fields asked for, or null for all that is granted
 * @param challenge the challenge that the code must answer, if the terminal showed one
 * @param staff a pseudonym of the staff member
 * @param place where the terminal is
 * @param lane the lane of a border checkpoint
 * @param reason why, where the purpose asks for it
 */
public record VerificationRequest(
        TerminalIdentity terminal,
        String idempotencyKey,
        byte[] bodyHash,
        String code,
        String purpose,
        @Nullable FieldSet fields,
        @Nullable Nonce challenge,
        @Nullable String staff,
        @Nullable String place,
        @Nullable String lane,
        @Nullable String reason) {
    @Override
    public String toString() {
        return "VerificationRequest[redacted]";
    }
}
