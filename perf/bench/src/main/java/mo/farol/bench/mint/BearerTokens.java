package mo.farol.bench.mint;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;

/** The peer's single-use tokens: JWTs signed with ES256 (RFC 7515, RFC 7518) by one key. */
public final class BearerTokens {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEAD = text("{\"alg\":\"ES256\",\"typ\":\"JWT\"}");
    /** Everything of a P-256 SubjectPublicKeyInfo (RFC 5480) before the point. */
    private static final byte[] SPKI = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    private static final int LINE = 64;
    private static final int SUBJECTS = 50_000;

    private final SecureRandom random = new SecureRandom();
    private final PhoneKey key;

    public BearerTokens(Crypto crypto) {
        this.key = PhoneKey.generate(crypto, random);
    }

    /** Writes the public key as PEM. */
    public void writeKey(Path file) throws IOException {
        byte[] point = key.publicKey().point();
        byte[] der = new byte[SPKI.length + point.length];
        System.arraycopy(SPKI, 0, der, 0, SPKI.length);
        System.arraycopy(point, 0, der, SPKI.length, point.length);
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }

    /** Writes so many tokens, one a line. */
    public void write(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                out.append(token("b" + i % SUBJECTS)).append('\n');
            }
        }
    }

    String token(String subject) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        String claims = "{\"sub\":\"" + subject + "\",\"iat\":" + System.currentTimeMillis() / 1000 + ",\"jti\":\""
                + HexFormat.of().formatHex(id) + "\"}";
        String signed = HEAD + "." + text(claims);
        return signed + "." + BASE64.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
