package mo.farol.core.binding;

/**
 * Names a request, so that the same request asked again gets the same answer.
 *
 * @param scope SHA-256 over caller, route and Idempotency-Key
 * @param hash SHA-256 of path and body
 */
public record RequestKey(byte[] scope, byte[] hash) {}
