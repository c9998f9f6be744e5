package mo.farol.server.replay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import mo.farol.cluster.announcement.Announcement;
import mo.farol.cluster.announcement.AnnouncementListener;
import mo.farol.cluster.config.ClusterSettings;
import mo.farol.cluster.member.ClusterHealth;
import mo.farol.cluster.member.ClusterMember;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.verification.Announcements;
import mo.farol.core.verification.PublicKeys;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.ReplayTable;
import mo.farol.core.verification.RetryKey;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other gateways what this one redeemed, and enters what they did into the replay table. Until the gateway has
 * joined them, and when it stands alone, it tells nobody: that costs the others look-ups and changes no answer.
 */
public final class ClusterNews implements Announcements {
    private volatile @Nullable ClusterMember member;

    @Override
    public void won(RedemptionKey key, RetryKey by) {
        tell(Announcement.REDEEMED, new RedeemedNews(key, by.fingerprint()).encode());
    }

    /** Tells every other gateway to drop a cached fact. */
    public void outdated(OutdatedFact fact) {
        tell(Announcement.FORGET, fact.encode());
    }

    /**
     * Joins the other gateways; takes some seconds, and no request needs to wait for it.
     *
     * @param table where their redeemed codes go
     */
    public Future<Void> join(
            Vertx vertx, ClusterSettings settings, ReplayTable table, PolicyCatalogue policies, PublicKeys publicKeys) {
        return vertx.executeBlocking(() -> {
            member = ClusterMember.start(settings, new Listener(table, policies, publicKeys));
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

    private record Listener(ReplayTable table, PolicyCatalogue policies, PublicKeys publicKeys)
            implements AnnouncementListener {
        @Override
        public void announced(Announcement announcement) {
            switch (announcement.kind()) {
                case Announcement.REDEEMED ->
                    RedeemedNews.decode(announcement.body())
                            .ifPresent(news -> table.put(news.key(), news.requestFingerprint()));
                case Announcement.FORGET ->
                    OutdatedFact.decode(announcement.body()).ifPresent(this::forget);
                default -> {
                    // News of a later version, which this one does not need.
                }
            }
        }

        private void forget(OutdatedFact fact) {
            switch (fact) {
                case OutdatedFact.Grant grant -> policies.forget(grant.institution(), grant.purpose());
                case OutdatedFact.PublicKey key -> publicKeys.forget(key.id());
            }
        }

        @Override
        public void mayHaveMissedSome() {
            // The replay table then asks the arbiter, and cached facts have a maximum age and are compared on use.
        }
    }
}
