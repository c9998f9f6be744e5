package mo.farol.bench.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearerTokensTest {
    @TempDir
    Path folder;

    @Test
    void areSignedWithThePublishedKeyAndNoTwoAreTheSame() throws Exception {
        BearerTokens tokens = new BearerTokens(Crypto.preferred().crypto());
        tokens.writeKey(folder.resolve("key.pem"));
        tokens.write(folder.resolve("tokens.txt"), 20);
        List<String> lines = Files.readAllLines(folder.resolve("tokens.txt"));
        assertThat(new HashSet<>(lines)).hasSize(20);
        for (String line : lines) {
            String[] parts = line.split("\\.");
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2])))
                    .isTrue();
        }
    }

    private PublicKey key() throws Exception {
        String pem = Files.readString(folder.resolve("key.pem"));
        assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("-----END PUBLIC KEY-----\n");
        String body = pem.replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    }
}
