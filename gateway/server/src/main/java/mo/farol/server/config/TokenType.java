package mo.farol.server.config;

/** How strictly a provider marks its access tokens. */
public enum TokenType {
    /** RFC 9068: {@code typ} is {@code at+jwt}, or the token is refused. */
    AT_JWT,
    /** {@code typ} may also be {@code JWT} or absent; then marks of an ID token are looked for as well. */
    JWT
}
