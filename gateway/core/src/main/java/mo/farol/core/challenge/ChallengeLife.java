package mo.farol.core.challenge;

import java.time.Duration;

/** How long a challenge may be answered: 60 s unless configured otherwise, 10 s to 300 s. */
public record ChallengeLife(Duration life) {
    /** Seconds, for whoever reads a configuration. */
    public static final int SHORTEST = 10;

    public static final int LONGEST = 300;

    public ChallengeLife {
        if (life.toSeconds() < SHORTEST || life.compareTo(Duration.ofSeconds(LONGEST)) > 0 || life.getNano() != 0) {
            throw new IllegalArgumentException("a challenge lives whole seconds, 10 to 300, not " + life);
        }
    }

    public static ChallengeLife standard() {
        return new ChallengeLife(Duration.ofSeconds(60));
    }
}
