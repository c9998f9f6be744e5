package mo.farol.token;

import java.util.HexFormat;
import java.util.Optional;
import mo.farol.token.crypto.Crypto;

/**
 * Step 4: verifies the signature with the public key of the binding that the code names. Unknown binding, bad signature
 * and retired gateway key do the same work and give the same answer.
 *
 * <p>An ECDSA signature has a second form (r, n - s) that verifies as well. It is accepted: a code is redeemed by what is
 * signed (key id, iat, cti), never by its bytes, so the second form is the same code.
 */
public final class SignatureVerifier {
    /** Verified against when the binding is unknown: the generator point, whose private key is 1. Never believed. */
    private static final BindingPublicKey NOBODY = BindingPublicKey.of(HexFormat.of()
            .parseHex("04"
                    + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                    + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

    private final Crypto crypto;

    public SignatureVerifier(Crypto crypto) {
        this.crypto = crypto;
    }

    /**
     * Verifies {@code code}.
     *
     * @param key of the binding that the code names; empty when no binding has that key id
     * @return the genuine code; empty when it is not proven genuine, whatever the reason
     */
    public Optional<GenuineCode> verify(OpenedCode code, Optional<BindingPublicKey> key) {
        boolean verified = crypto.verify(key.orElse(NOBODY), code.toBeSigned(), code.signature());
        return key.filter(known -> verified && !code.keyRetired()).map(known -> new GenuineCode(code, known));
    }
}
