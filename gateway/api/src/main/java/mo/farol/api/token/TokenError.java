package mo.farol.api.token;

/**
 * An error of {@code POST /oauth2/token} (RFC 6749, 5.2).
 *
 * @param error {@code invalid_request}, {@code invalid_client}, {@code unsupported_grant_type} or {@code invalid_scope}
 * @param errorDescription for the developer, in English
 */
public record TokenError(String error, String errorDescription) {}
