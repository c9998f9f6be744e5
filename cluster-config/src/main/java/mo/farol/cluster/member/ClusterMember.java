package mo.farol.cluster.member;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.util.UUID;
import javax.crypto.SecretKey;
import mo.farol.cluster.announcement.Announcement;
import mo.farol.cluster.announcement.AnnouncementCounts;
import mo.farol.cluster.announcement.AnnouncementListener;
import mo.farol.cluster.announcement.Announcer;
import mo.farol.cluster.announcement.Receiver;
import mo.farol.cluster.config.ClusterSettings;
import mo.farol.cluster.config.HazelcastConfiguration;

/** A running member of the cluster. */
public final class ClusterMember implements AutoCloseable {
    private final HazelcastInstance hazelcast;
    private final Announcer announcer;
    private final Receiver receiver;

    private ClusterMember(HazelcastInstance hazelcast, ClusterSettings settings, AnnouncementListener listener) {
        this.hazelcast = hazelcast;
        UUID self = UUID.randomUUID();
        SecretKey key = settings.secret().keyFor(ClusterNames.ANNOUNCEMENTS_KEY + settings.name());
        ITopic<Object> topic = hazelcast.getTopic(ClusterNames.ANNOUNCEMENTS);
        this.receiver = new Receiver(key, self, listener);
        topic.addMessageListener(this::heard);
        hazelcast.getCluster().addMembershipListener(new JoinListener(listener));
        this.announcer = new Announcer(key, self, settings.queue(), settings.batch(), topic::publish).start();
    }

    /**
     * Starts a member; blocks for some seconds, until it has joined those that are there or knows that it is the first.
     *
     * @throws IllegalStateException when it cannot listen where it was told to
     */
    public static ClusterMember start(ClusterSettings settings, AnnouncementListener listener) {
        HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(HazelcastConfiguration.of(settings));
        return new ClusterMember(hazelcast, settings, listener);
    }

    /** Tells the other members; never waits. */
    public void announce(Announcement announcement) {
        announcer.announce(announcement);
    }

    public ClusterHealth health() {
        AnnouncementCounts counts = AnnouncementCounts.of(announcer, receiver);
        try {
            return new ClusterHealth(true, hazelcast.getCluster().getMembers().size(), counts);
        } catch (HazelcastInstanceNotActiveException stopped) {
            return new ClusterHealth(false, 0, counts);
        }
    }

    @Override
    public void close() {
        announcer.close();
        hazelcast.shutdown();
    }

    private void heard(Message<Object> message) {
        try {
            receiver.accept(message.getMessageObject());
        } catch (HazelcastSerializationException notForUs) {
            receiver.refuse();
        }
    }

    /** Whoever joins, or comes back after a cut, may have said things that did not arrive. */
    private record JoinListener(AnnouncementListener listener) implements MembershipListener {
        @Override
        public void memberAdded(MembershipEvent event) {
            listener.mayHaveMissedSome();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            // What it announced before it left has arrived or shows as a gap.
        }
    }
}
