package mo.farol.server.replay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import mo.farol.cluster.announcement.Announcement;
import mo.farol.cluster.announcement.AnnouncementListener;
import mo.farol.cluster.config.ClusterSettings;
import mo.farol.cluster.member.ClusterHealth;
import mo.farol.cluster.member.ClusterMember;
import mo.farol.core.verification.Announcements;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.ReplayTable;
import mo.farol.core.verification.RetryKey;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other gateways what this one redeemed, and which cached facts a change made here has outdated; enters into the
 * replay table what they redeemed, and forgets what they changed. Until the gateway has joined them, and when it stands
 * alone, it tells nobody: that costs the others look-ups and changes no answer.
 */
public final class ClusterNews implements Announcements, ChangeNews {
    private final CachedFacts facts;
    private volatile @Nullable ClusterMember member;

    /** @param facts what this node caches of facts that can be withdrawn */
    public ClusterNews(CachedFacts facts) {
        this.facts = facts;
    }

    @Override
    public void won(RedemptionKey key, RetryKey by) {
        tell(Announcement.REDEEMED, new RedeemedNews(key, by.fingerprint()).encode());
    }

    @Override
    public void outdated(OutdatedFact fact) {
        facts.forget(fact);
        tell(Announcement.FORGET, fact.encode());
    }

    /**
     * Joins the other gateways; takes some seconds, and no request needs to wait for it.
     *
     * @param table where their redeemed codes go
     */
    public Future<Void> join(Vertx vertx, ClusterSettings settings, ReplayTable table) {
        return vertx.executeBlocking(() -> {
            member = ClusterMember.start(settings, new Listener(table, facts));
            return null;
        });
    }

    /** Empty while the gateway stands alone. */
    public Optional<ClusterHealth> health() {
        return Optional.ofNullable(member).map(ClusterMember::health);
    }

    /** Leaves the cluster. */
    public Future<Void> leave(Vertx vertx) {
        ClusterMember joined = member;
        member = null;
        return joined == null
                ? Future.succeededFuture()
                : vertx.executeBlocking(() -> {
                    joined.close();
                    return null;
                });
    }

    private void tell(byte kind, byte[] body) {
        ClusterMember joined = member;
        if (joined != null && body.length <= Announcement.LONGEST) {
            joined.announce(new Announcement(kind, body));
        }
    }

    private record Listener(ReplayTable table, CachedFacts facts) implements AnnouncementListener {
        @Override
        public void announced(Announcement announcement) {
            switch (announcement.kind()) {
                case Announcement.REDEEMED ->
                    RedeemedNews.decode(announcement.body())
                            .ifPresent(news -> table.put(news.key(), news.requestFingerprint()));
                case Announcement.FORGET ->
                    OutdatedFact.decode(announcement.body()).ifPresent(facts::forget);
                default -> {
                    // News of a later version, which this one does not need.
                }
            }
        }

        @Override
        public void mayHaveMissedSome() {
            // The replay table then asks the arbiter, and cached facts have a maximum age and are compared on use.
        }
    }
}
