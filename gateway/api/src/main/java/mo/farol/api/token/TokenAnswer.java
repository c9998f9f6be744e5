package mo.farol.api.token;

/**
 * The 200 answer to {@code POST /oauth2/token} (RFC 6749, 5.1). It never prints.
 *
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds
 * @param scope space-separated scopes
 */
public record TokenAnswer(String accessToken, String tokenType, long expiresIn, String scope) {
    @Override
    public String toString() {
        return "TokenAnswer[redacted]";
    }
}
