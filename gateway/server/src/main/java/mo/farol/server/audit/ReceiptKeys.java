package mo.farol.server.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mo.farol.server.jwks.JwksUnusable;
import mo.farol.server.jwks.KeySet;
import mo.farol.server.jws.CompactJws;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.jws.VerifyingKey;
import mo.farol.server.keys.SigningKey;
import mo.farol.server.receipt.ReceiptSigner;
import mo.farol.token.crypto.Crypto;

/** The public keys that the gateway signs receipts by, and signed them by before. */
public final class ReceiptKeys {
    private final Function<String, Optional<VerifyingKey>> byId;
    private final Crypto crypto = Crypto.preferred().crypto();

    private ReceiptKeys(Function<String, Optional<VerifyingKey>> byId) {
        this.byId = byId;
    }

    /**
     * @param jwks a JWK Set (RFC 7517, 5): the gateway's {@code /.well-known/jwks.json}, with older keys added if need be
     * @throws IOException when it has no key that could have signed a receipt
     */
    static ReceiptKeys read(Path jwks) throws IOException {
        try {
            return new ReceiptKeys(KeySet.read(Files.readAllBytes(jwks), JwsAlgorithm.ES256)::key);
        } catch (JwksUnusable e) {
            throw new IOException(jwks + ": " + e.getMessage());
        }
    }

    /** Those of a gateway whose key files are at hand. */
    public static ReceiptKeys of(List<SigningKey> keys) {
        Map<String, VerifyingKey> byId = keys.stream()
                .collect(Collectors.toMap(SigningKey::kid, key -> new VerifyingKey.Es256(key.publicKey())));
        return new ReceiptKeys(kid -> Optional.ofNullable(byId.get(kid)));
    }

    /**
     * @return the receipt, which one of these keys signed as a receipt
     * @throws NotAccepted otherwise
     */
    Signed open(String jws) throws NotAccepted {
        CompactJws parsed = CompactJws.parse(jws, JwsAlgorithm.ES256);
        if (!parsed.header().path("typ").asText().equals(ReceiptSigner.TYPE)) {
            throw new NotAccepted("it is not a receipt");
        }
        String kid = parsed.keyId().orElse("");
        Optional<VerifyingKey> key = byId.apply(kid);
        if (key.isEmpty()) {
            throw new NotAccepted("it is signed by none of the gateway's keys that were given");
        }
        parsed.verify(crypto, key.get());
        return new Signed(kid, parsed);
    }

    /** What was signed, and by which key. */
    record Signed(String kid, CompactJws jws) {}
}
