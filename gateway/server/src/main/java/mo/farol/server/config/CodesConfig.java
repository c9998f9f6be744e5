package mo.farol.server.config;

/**
 * How long a code may be accepted.
 *
 * @param lifeSeconds after {@code iat}; at most 600
 * @param toleranceSeconds how far a phone's clock may be ahead; at most 60
 */
public record CodesConfig(int lifeSeconds, int toleranceSeconds) {
    public static final CodesConfig DEFAULTS = new CodesConfig(45, 15);
}
