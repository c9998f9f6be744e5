package mo.farol.core.accesslog;

import java.util.UUID;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Grant;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.RetryKey;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, why and where: the part of an access record that is known before anything is decided.
 *
 * @param attempt the request's UUIDv7, fixed through every resend; becomes the record's and the receipt's id
 * @param grant the grant the release was decided on, with its version
 * @param requested the fields asked for
 * @param staff a pseudonym of the staff member at the terminal
 * @param place where the terminal is, in the institution's words
 * @param lane the lane of a border checkpoint
 * @param reason why, where the purpose asks for a reason
 * @param salt 32 random bytes that hide the record behind its public hash
 */
public record Circumstances(
        UUID attempt,
        RecordKind kind,
        TerminalIdentity terminal,
        Grant grant,
        FieldSet requested,
        @Nullable String staff,
        @Nullable String place,
        @Nullable String lane,
        @Nullable String reason,
        RetryKey retryKey,
        byte[] salt) {

    /** Requested ∩ granted: what an acceptance releases, if it is on file. */
    public FieldSet releasable() {
        return requested.and(grant.fields());
    }
}
