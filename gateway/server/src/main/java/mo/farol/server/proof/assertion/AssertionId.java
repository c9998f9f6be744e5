package mo.farol.server.proof.assertion;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import mo.farol.server.keys.Digests;

/** What an assertion is remembered by once it was used. */
final class AssertionId {
    private AssertionId() {}

    /** SHA-256 of issuer and jti in UTF-8, each behind its length in four bytes, so that no two pairs read alike. */
    static byte[] of(String issuer, String jti) {
        byte[] first = issuer.getBytes(StandardCharsets.UTF_8);
        byte[] second = jti.getBytes(StandardCharsets.UTF_8);
        ByteBuffer both = ByteBuffer.allocate(2 * Integer.BYTES + first.length + second.length);
        both.putInt(first.length).put(first).putInt(second.length).put(second);
        return Digests.sha256(both.array());
    }
}
