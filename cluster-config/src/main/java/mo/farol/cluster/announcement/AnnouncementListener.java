package mo.farol.cluster.announcement;

/** Hears what other gateways announce. Called from the cluster's threads, one call at a time for each sender. */
public interface AnnouncementListener {
    void announced(Announcement announcement);

    /** News was lost or may have been: a gap, an overflow at the sender, or a member joined or came back. */
    void mayHaveMissedSome();
}
