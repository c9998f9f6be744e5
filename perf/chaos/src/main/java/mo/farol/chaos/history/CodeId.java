package mo.farol.chaos.history;

/**
 * What makes two texts the same code: what its phone signed. Its bytes do not, nor does a hash of them.
 *
 * @param key the binding key id: 16 hex digits
 * @param iat seconds since 1970
 * @param cti 24 hex digits; in their order among the codes of one key and second
 */
public record CodeId(String key, long iat, String cti) {}
