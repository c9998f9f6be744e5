package mo.farol.cluster.announcement;

/**
 * One piece of news.
 *
 * @param kind a number that both ends know, 0 to 127; unknown kinds are passed over
 * @param body at most {@value #LONGEST} bytes, of which the cluster knows nothing
 */
public record Announcement(byte kind, byte[] body) {
    /** The longest body in bytes. */
    public static final int LONGEST = 120;

    /** A code was redeemed. */
    public static final byte REDEEMED = 1;

    /** Drop a cached fact. */
    public static final byte FORGET = 2;

    public Announcement {
        if (kind < 0 || body.length > LONGEST) {
            throw new IllegalArgumentException("kind " + kind + " with " + body.length + " bytes");
        }
    }
}
