package mo.farol.cluster.member;

/** The names that members of one cluster agree on. */
final class ClusterNames {
    /** The topic that carries announcements. */
    static final String ANNOUNCEMENTS = "farol.announcements";

    /** What the announcements' key is derived for, with the cluster's name behind it. */
    static final String ANNOUNCEMENTS_KEY = "farol announcements 1 ";

    private ClusterNames() {}
}
