package mo.farol.server.config;

/**
 * How long a code may be accepted, and a challenge answered.
 *
 * @param lifeSeconds after {@code iat}; at most 600
 * @param toleranceSeconds how far a phone's clock may be ahead; at most 60
 * @param challengeLifeSeconds after a terminal got it; 10 to 300
 */
public record CodesConfig(int lifeSeconds, int toleranceSeconds, int challengeLifeSeconds) {
    public static final CodesConfig DEFAULTS = new CodesConfig(45, 15, 60);
}
