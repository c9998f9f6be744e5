package mo.farol.server.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import mo.farol.server.keys.Digests;

/** What is kept of a person and their sign-in: SHA-256 of a label and of each part with its length before it. */
final class PersonDigest {
    private static final int PSEUDONYM_BYTES = 16;
    private static final String NONE = "-";

    private PersonDigest() {}

    /**
     * 32 bytes that are the same for as long as a sign-in lasts. A provider that does not name its sessions is taken by
     * the time of the sign-in and the client, so there a new sign-in or a step-up is a session of its own.
     */
    static byte[] session(PersonToken token) {
        if (token.session().isPresent()) {
            return digest(
                    "farol session sid",
                    token.issuer(),
                    token.subject(),
                    token.session().get());
        }
        String authTime =
                token.authTime().isPresent() ? Long.toString(token.authTime().getAsLong()) : NONE;
        return digest("farol session time", token.issuer(), token.subject(), authTime, token.client());
    }

    /** 22 characters after a label: the same for the same operator, and no name. */
    static String operator(PersonToken token) {
        byte[] digest = digest("farol operator", token.issuer(), token.subject());
        return "op-" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, PSEUDONYM_BYTES));
    }

    private static byte[] digest(String... parts) {
        byte[][] texts = Arrays.stream(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        int length = Arrays.stream(texts)
                .mapToInt(text -> Integer.BYTES + text.length)
                .sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] text : texts) {
            all.putInt(text.length).put(text);
        }
        return Digests.sha256(all.array());
    }
}
