package mo.farol.server.auth;

/** An answer of the token endpoint that grants nothing (RFC 6749, 5.2). */
final class SignInRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    private SignInRefused(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static SignInRefused invalidRequest(String why) {
        return new SignInRefused(400, "invalid_request", why);
    }

    static SignInRefused invalidClient(String why) {
        return new SignInRefused(401, "invalid_client", why);
    }

    static SignInRefused unsupportedGrantType() {
        return new SignInRefused(400, "unsupported_grant_type", "grant_type must be client_credentials");
    }

    static SignInRefused invalidScope() {
        return new SignInRefused(400, "invalid_scope", "scope takes each of verify and receipts at most once");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
