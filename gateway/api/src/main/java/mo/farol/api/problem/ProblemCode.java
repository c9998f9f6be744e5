package mo.farol.api.problem;

import static mo.farol.api.problem.Fault.GATEWAY;
import static mo.farol.api.problem.Fault.INSTITUTION;
import static mo.farol.api.problem.Fault.OPERATOR;
import static mo.farol.api.problem.Fault.RESIDENT;
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
    INSUFFICIENT_USER_AUTHENTICATION(401, RESIDENT),
    ACCOUNT_NOT_LINKED(403, RESIDENT),
    ROLE_REQUIRED(403, OPERATOR),
    NOT_FOUND(404, TERMINAL),
    NOT_SEALED_YET(404, GATEWAY),
    METHOD_NOT_ALLOWED(405, TERMINAL),
    NOT_ACCEPTABLE(406, TERMINAL),
    REQUEST_TIMEOUT(408, TERMINAL),
    CONTENT_TOO_LARGE(413, TERMINAL),
    URI_TOO_LONG(414, TERMINAL),
    UNSUPPORTED_MEDIA_TYPE(415, TERMINAL),
    IDEMPOTENCY_KEY_REUSED(422, TERMINAL),
    CHALLENGE_UNKNOWN(422, TERMINAL),
    CHALLENGE_EXPIRED(410, RESIDENT),
    CHALLENGE_USED(409, TERMINAL),
    SIGNATURE_INVALID(422, TERMINAL),
    KEY_ALREADY_USED(409, TERMINAL),
    ASSERTION_INVALID(422, TERMINAL),
    ASSERTION_MISMATCH(422, TERMINAL),
    ASSERTION_USED(409, TERMINAL),
    FACE_NOT_MATCHED(403, RESIDENT),
    KIOSK_REQUIRED(403, RESIDENT),
    NO_AUTHORITY(403, RESIDENT),
    NO_LONGER_A_MINOR(409, RESIDENT),
    BOUND_MEANWHILE(409, RESIDENT),
    ATTESTATION_INVALID(422, TERMINAL),
    KEY_LEVEL_TOO_LOW(403, RESIDENT),
    CARD_NOT_IN_FORCE(409, RESIDENT),
    PERSON_DECEASED(409, OPERATOR),
    KIOSK_NUMBER_UNKNOWN(422, RESIDENT),
    KIOSK_NUMBER_EXPIRED(410, RESIDENT),
    KIOSK_NUMBER_LOCKED(409, RESIDENT),
    KIOSK_NUMBER_USED(409, RESIDENT),
    FINGERPRINT_NOT_MATCHED(403, RESIDENT),
    FINGERPRINT_MISSING(403, RESIDENT),
    ALREADY_SUSPENDED(409, RESIDENT),
    NOT_SUSPENDED(409, RESIDENT),
    ALREADY_UNBOUND(409, RESIDENT),
    ALREADY_SUPERSEDED(409, RESIDENT),
    SAME_OPERATOR(403, OPERATOR),
    CASE_CLOSED(409, OPERATOR),
    OUT_OF_DATE(409, OPERATOR),
    ILLEGAL_CARD_EVENT(409, OPERATOR),
    GUARDIAN_NOT_ELIGIBLE(422, OPERATOR),
    ACCOUNT_LINKED_ELSEWHERE(409, OPERATOR),
    TERMINAL_EXISTS(409, OPERATOR),
    INSTITUTION_UNKNOWN(422, OPERATOR),
    MEANS_UNKNOWN(422, OPERATOR),
    RESIDENT_EXISTS(409, OPERATOR),
    FACE_CHECK_UNAVAILABLE(503, GATEWAY),
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
