package mo.farol.phone.code;

import java.util.Map;
import java.util.Optional;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.challenge.ChallengeKeyId;

/** The keys whose signature on a terminal's challenge is believed: the gateway's current one, and its next. */
public record ChallengeKeys(Map<ChallengeKeyId, BindingPublicKey> published) {
    /** No challenge is believed. */
    public static final ChallengeKeys NONE = new ChallengeKeys(Map.of());

    public ChallengeKeys {
        published = Map.copyOf(published);
    }

    /** The key that a challenge names, if it was published. */
    public Optional<BindingPublicKey> of(ChallengeKeyId id) {
        return Optional.ofNullable(published.get(id));
    }
}
