package mo.farol.demo.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import mo.farol.phone.file.OwnerOnlyFile;

/** A stand-in's ES256 key in a file of its own, made at the first start and the same ever after. */
final class SigningKeyFile {
    private final Path folder;

    SigningKeyFile(Path folder) {
        this.folder = folder;
    }

    /** The private key of this name, which is its key id too. */
    ECKey key(String name) throws IOException {
        Path file = folder.resolve(name + ".jwk");
        if (!Files.exists(file)) {
            OwnerOnlyFile.write(file, fresh(name).toJSONString());
        }
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException e) {
            // The original message may quote the key.
            throw new IOException(file + " is not a key");
        }
    }

    private static ECKey fresh(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(name)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes P-256 keys", e);
        }
    }

    /** What the world may know of it, as a JWK set (RFC 7517, 5). */
    static Map<String, Object> published(ECKey key) {
        return new JWKSet(key).toPublicJWKSet().toJSONObject();
    }
}
