package mo.farol.core.verification;

/** Tells the other gateways which codes were won here, so that they can refuse a second scan without the database. */
public interface Announcements {
    /** Queues an announcement; drops it when the queue is full, which costs the others a look-up and nothing else. */
    void won(RedemptionKey key, RetryKey by);
}
