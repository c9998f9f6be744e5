package mo.farol.cluster.config;

/**
 * How one gateway takes part in the cluster. It never prints its secret.
 *
 * @param name members of another name are not let in
 * @param bind the address or network interface to listen on, and on no other
 * @param port of this member; members do not try others
 * @param queue the most announcements waiting to be sent; more are dropped, which costs the others look-ups
 * @param batch the most announcements in one message
 */
public record ClusterSettings(
        ClusterProfile profile,
        String name,
        ClusterSecret secret,
        String bind,
        int port,
        Join join,
        int queue,
        int batch) {
    public static final String DEFAULT_NAME = "farol";
    public static final int DEFAULT_PORT = 5701;
    public static final int DEFAULT_QUEUE = 65_536;
    public static final int DEFAULT_BATCH = 256;
}
