package mo.farol.phone.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mo.farol.phone.code.ChallengeKeys;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.NotReadable;
import mo.farol.token.challenge.ChallengeParser;
import mo.farol.token.challenge.ChallengeVerifier;
import mo.farol.token.challenge.GenuineChallenge;
import mo.farol.token.challenge.ParsedChallenge;
import mo.farol.token.crypto.Crypto;

/** Reads what a terminal shows and believes it only when the gateway signed it. */
public final class ChallengeReader {
    private final ChallengeKeys keys;
    private final ChallengeVerifier verifier;
    private final Clock clock;

    /** @param clock the gateway's time as the phone knows it: {@link mo.farol.phone.code.TimeAnchor#clock()} */
    public ChallengeReader(ChallengeKeys keys, Crypto crypto, Clock clock) {
        this.keys = keys;
        this.verifier = new ChallengeVerifier(crypto);
        this.clock = clock;
    }

    /** @param text as the camera read it */
    public ScannedChallenge read(String text) {
        ParsedChallenge parsed;
        try {
            parsed = ChallengeParser.parse(text);
        } catch (NotReadable e) {
            return new ScannedChallenge.NotAChallenge();
        }
        Optional<BindingPublicKey> key = keys.of(parsed.keyId());
        if (key.isEmpty()) {
            return new ScannedChallenge.UnknownKey(parsed.keyId());
        }
        return verifier.verify(parsed, key.get()).map(this::inTime).orElseGet(ScannedChallenge.BadlySigned::new);
    }

    private ScannedChallenge inTime(GenuineChallenge genuine) {
        Instant expires = Instant.ofEpochSecond(genuine.challenge().expires());
        Instant now = clock.instant();
        return now.isAfter(expires)
                ? new ScannedChallenge.Expired(Duration.between(expires, now))
                : new ScannedChallenge.Genuine(genuine.challenge());
    }
}
