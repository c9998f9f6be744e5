package mo.farol.core.verification;

import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.time.DatabaseTime;

/** What a verification asks of the world around it. */
public record VerificationPorts(
        CodeFormat codeFormat,
        PolicyCatalogue policies,
        PublicKeys publicKeys,
        DatabaseTime time,
        Arbiter arbiter,
        AccessLog accessLog,
        Announcements announcements) {}
