package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/**
 * Which sign-in accounts open which e-ID, as operators enter it. Every act is an event that the resident sees, and a notice
 * to them. All fail with {@link mo.farol.core.verification.ArbiterUnreachable} when the outcome is not known.
 */
public interface AccountLinks {
    /**
     * Links an account that never was anybody's to an e-ID that never had one at that issuer. Anything else takes two
     * operators. Linking the same again changes nothing and tells nobody.
     */
    Future<Answer<EidEvent>> link(OperatorCaller operator, long resident, AccountName account, RequestKey request);

    /** The first of two operators opens a case for a link that takes the place of another. */
    Future<Answer<AccountCase>> openCase(
            OperatorCaller operator, long resident, AccountName account, String reason, RequestKey request);

    /** The second, another person, closes it by linking: whatever it takes the place of opens nothing any more. */
    Future<Answer<EidEvent>> approveCase(OperatorCaller operator, UUID accountCase, RequestKey request);

    /** @param only empty: every account of the e-ID */
    Future<Answer<EidEvent>> unlink(
            OperatorCaller operator, long resident, Optional<AccountName> only, String reason, RequestKey request);
}
