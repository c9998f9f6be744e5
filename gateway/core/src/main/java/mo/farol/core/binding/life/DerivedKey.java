package mo.farol.core.binding.life;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.random.RandomGenerator;
import mo.farol.core.binding.RequestKey;

/** Request keys of acts that no caller's Idempotency-Key names: they have a name of their own, or need none. */
final class DerivedKey {
    private static final int LENGTH = 32;

    private DerivedKey() {}

    /**
     * The same act, from whomever and however often it comes, is the same request.
     *
     * @param name what tells it from all other acts
     * @param content what has to be the same when it comes again
     */
    static RequestKey of(List<?> name, List<?> content) {
        return new RequestKey(sha256(name), sha256(content));
    }

    /** A request that is never repeated. */
    static RequestKey fresh(RandomGenerator random) {
        byte[] scope = new byte[LENGTH];
        random.nextBytes(scope);
        return new RequestKey(scope, scope);
    }

    private static byte[] sha256(List<?> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
                // With its length in front, so that no two lists are the same bytes.
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
                digest.update(text);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
