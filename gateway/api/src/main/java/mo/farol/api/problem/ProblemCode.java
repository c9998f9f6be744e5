package mo.farol.api.problem;

import static mo.farol.api.problem.Fault.GATEWAY;
import static mo.farol.api.problem.Fault.INSTITUTION;
import static mo.farol.api.problem.Fault.TERMINAL;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a request could not be answered. The code is stable; its texts may be improved. */
public enum ProblemCode {
    INVALID_REQUEST(400, TERMINAL),
    IDEMPOTENCY_KEY_REQUIRED(400, TERMINAL),
    INVALID_TOKEN(401, TERMINAL),
    INSUFFICIENT_SCOPE(403, INSTITUTION),
    PURPOSE_NOT_GRANTED(403, INSTITUTION),
    TERMINAL_SUSPENDED(403, INSTITUTION),
    INSTITUTION_SUSPENDED(403, INSTITUTION),
    MEANS_SUSPENDED(403, INSTITUTION),
    INSUFFICIENT_USER_AUTHENTICATION(401, TERMINAL),
    ACCOUNT_NOT_LINKED(403, GATEWAY),
    ROLE_REQUIRED(403, GATEWAY),
    NOT_FOUND(404, TERMINAL),
    METHOD_NOT_ALLOWED(405, TERMINAL),
    NOT_ACCEPTABLE(406, TERMINAL),
    REQUEST_TIMEOUT(408, TERMINAL),
    CONTENT_TOO_LARGE(413, TERMINAL),
    URI_TOO_LONG(414, TERMINAL),
    UNSUPPORTED_MEDIA_TYPE(415, TERMINAL),
    IDEMPOTENCY_KEY_REUSED(422, TERMINAL),
    TOO_MANY_REQUESTS(429, TERMINAL),
    HEADERS_TOO_LARGE(431, TERMINAL),
    INTERNAL_ERROR(500, GATEWAY),
    UNAVAILABLE(503, GATEWAY),
    OVERLOADED(503, GATEWAY);

    private final int status;
    private final Fault fault;

    ProblemCode(int status, Fault fault) {
        this.status = status;
        this.fault = fault;
    }

    /** The code in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    public Fault fault() {
        return fault;
    }

    public static Optional<ProblemCode> byCode(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }
}
