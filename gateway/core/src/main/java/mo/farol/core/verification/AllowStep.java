package mo.farol.core.verification;

import java.util.Optional;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.Release;
import mo.farol.core.terminal.Standing;

/**
 * Step 1, continued: may this institution ask for this purpose, and what would it get? An unknown purpose and an
 * ungranted one look alike.
 */
final class AllowStep {
    AllowedRequest apply(ReadRequest read, Optional<Grant> found) {
        Grant grant = found.orElseThrow(() -> new Ended.With(new Outcome.NotAllowed(Standing.PURPOSE_NOT_GRANTED)));
        VerificationRequest request = read.request();
        if (grant.purpose().reasonRequired() && request.reason() == null) {
            throw new Ended.With(new Outcome.ReasonMissing());
        }
        return new AllowedRequest(
                read,
                new Circumstances(
                        read.attempt(),
                        RecordKind.VERIFICATION,
                        request.terminal(),
                        grant,
                        Release.of(request.fields(), grant).requested(),
                        request.staff(),
                        request.place(),
                        request.lane(),
                        request.reason(),
                        read.retryKey(),
                        read.salt()));
    }
}
