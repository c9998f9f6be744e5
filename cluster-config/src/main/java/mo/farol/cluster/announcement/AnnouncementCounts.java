package mo.farol.cluster.announcement;

/**
 * What went through one member since it started.
 *
 * @param sent announcements handed to the cluster
 * @param dropped announcements that the full queue or a failing cluster did not take
 * @param received announcements of other members
 * @param refused messages without a right seal
 * @param repeated batches that had come before
 * @param gaps how often a batch was missing
 */
public record AnnouncementCounts(long sent, long dropped, long received, long refused, long repeated, long gaps) {
    /** Reads both ends' counters. */
    public static AnnouncementCounts of(Announcer announcer, Receiver receiver) {
        return new AnnouncementCounts(
                announcer.sent.sum(),
                announcer.dropped.sum(),
                receiver.received.sum(),
                receiver.refused.sum(),
                receiver.repeated.sum(),
                receiver.gaps.sum());
    }
}
