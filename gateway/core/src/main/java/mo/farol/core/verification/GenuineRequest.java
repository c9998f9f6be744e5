package mo.farol.core.verification;

import mo.farol.core.accesslog.Circumstances;
import mo.farol.token.GenuineCode;

/** After step 4: the code is a binding's own. From here on a refusal says why, and is recorded. */
record GenuineRequest(AllowedRequest allowed, TextKey text, GenuineCode code) {
    RedemptionKey key() {
        return RedemptionKey.of(code);
    }

    RetryKey retryKey() {
        return allowed.read().retryKey();
    }

    Circumstances circumstances() {
        return allowed.circumstances();
    }
}
