package mo.farol.core.verification;

import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.policy.Purpose;

/** After the purpose check of step 1: the institution holds a grant for the purpose, and the release is proposed. */
record AllowedRequest(ReadRequest read, Circumstances circumstances) {
    VerificationRequest request() {
        return read.request();
    }

    Purpose purpose() {
        return circumstances.grant().purpose();
    }
}
