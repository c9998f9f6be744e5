package mo.farol.token.challenge;

import java.util.Optional;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.crypto.Crypto;

/** Verifies a challenge's signature. */
public final class ChallengeVerifier {
    private final Crypto crypto;

    public ChallengeVerifier(Crypto crypto) {
        this.crypto = crypto;
    }

    /**
     * @param key the published key that the challenge names
     * @return empty when the key did not sign it
     */
    public Optional<GenuineChallenge> verify(ParsedChallenge parsed, BindingPublicKey key) {
        byte[] message = parsed.signed().toBeSigned(ChallengeCodec.externalData());
        return crypto.verify(key, message, parsed.signed().signature())
                ? Optional.of(new GenuineChallenge(parsed.claimed()))
                : Optional.empty();
    }
}
