package mo.farol.server.http;

import java.time.Duration;
import java.util.Optional;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.problem.ProblemDetails;

/** A request that is not answered, with the problem to say why. It has no stack trace: a flood must stay cheap. */
public final class RequestRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<String> challenge;
    private final transient ProblemDetails details;

    public RequestRefused(ProblemCode code) {
        this(code, Optional.empty(), Optional.empty(), ProblemDetails.NONE);
    }

    /** @param retryAfter when to come back, at least a second */
    public RequestRefused(ProblemCode code, Duration retryAfter) {
        this(code, Optional.of(retryAfter), Optional.empty(), ProblemDetails.NONE);
    }

    /** @param challenge the whole {@code WWW-Authenticate} that goes with it */
    public RequestRefused(ProblemCode code, String challenge) {
        this(code, Optional.empty(), Optional.of(challenge), ProblemDetails.NONE);
    }

    /** @param details extension members that go with it */
    public RequestRefused(ProblemCode code, ProblemDetails details) {
        this(code, Optional.empty(), Optional.empty(), details);
    }

    private RequestRefused(
            ProblemCode code, Optional<Duration> retryAfter, Optional<String> challenge, ProblemDetails details) {
        super(code.code(), null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
        this.challenge = challenge;
        this.details = details;
    }

    public ProblemCode code() {
        return code;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    public Optional<String> challenge() {
        return challenge;
    }

    public ProblemDetails details() {
        return details;
    }
}
