package mo.farol.cluster.member;

import static mo.farol.cluster.announcement.HeardNews.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.partition.NoDataMemberInClusterException;
import com.hazelcast.topic.ITopic;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.cluster.announcement.Announcement;
import mo.farol.cluster.announcement.AnnouncementCounts;
import mo.farol.cluster.announcement.HeardNews;
import mo.farol.cluster.config.ClusterSettings;
import mo.farol.cluster.config.ClusterSettingsReader;
import mo.farol.cluster.config.HazelcastConfiguration;
import mo.farol.cluster.config.InvalidClusterSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two real members, and a rogue one that knows everything but the secret. */
class TwoMembersTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String SECRET = "c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=";
    private static final String NOT_THE_SECRET = "YW5vdGhlciBzZWNyZXQgdGhhdCB0aGUgcm9ndWUgbWFkZSE=";
    private static final String CLUSTER = "test-" + UUID.randomUUID().toString().substring(0, 8);

    private static final HeardNews FIRST_HEARD = new HeardNews();
    private static final HeardNews SECOND_HEARD = new HeardNews();
    private static ClusterMember first;
    private static ClusterMember second;
    private static HazelcastInstance rogue;

    private static final int FLOOD = 3_000;

    record NotWelcome(String text) implements Serializable {}

    /** A batch in the right shape, of kinds that are acted upon, under a secret that the rogue made up. */
    private record BadBatch(int length) {
        byte[] bytes() {
            byte[] bytes = new byte[length];
            bytes[0] = 1;
            bytes[27] = Announcement.FORGET;
            return bytes;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports = freePorts(3);
        first = ClusterMember.start(settings(ports, 0, SECRET), FIRST_HEARD);
        second = ClusterMember.start(settings(ports, 1, SECRET), SECOND_HEARD);
        rogue = Hazelcast.newHazelcastInstance(HazelcastConfiguration.of(settings(ports, 2, NOT_THE_SECRET)));
        await().atMost(LONG).until(() -> first.health().members() == 3);
    }

    @AfterAll
    static void stop() {
        rogue.shutdown();
        second.close();
        first.close();
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            ports.add(sockets.get(i).getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private static ClusterSettings settings(List<Integer> ports, int index, String secret)
            throws InvalidClusterSettings {
        List<String> members = ports.stream().map(port -> "127.0.0.1:" + port).toList();
        return ClusterSettingsReader.read("""
                profile: dev
                name: %s
                secret: %s
                bind: 127.0.0.1
                port: %d
                members: %s
                """.formatted(CLUSTER, secret, ports.get(index), members));
    }

    @Test
    void hearEachOtherAndNotThemselves() {
        first.announce(number(101));
        second.announce(number(202));

        await().atMost(LONG).until(() -> SECOND_HEARD.numbers().contains(101));
        await().atMost(LONG).until(() -> FIRST_HEARD.numbers().contains(202));
        assertThat(FIRST_HEARD.numbers()).doesNotContain(101);
        assertThat(SECOND_HEARD.numbers()).doesNotContain(202);
    }

    @Test
    void countARogueMembersMessagesAndGoOn() {
        long before = first.health().announcements().refused();
        ITopic<Object> topic = rogue.getTopic("farol.announcements");
        topic.publish(new byte[100]);
        topic.publish("text");
        topic.publish(new NotWelcome("a Java object"));

        await().atMost(LONG).until(() -> first.health().announcements().refused() == before + 3);
        second.announce(number(303));
        await().atMost(LONG).until(() -> FIRST_HEARD.numbers().contains(303));
    }

    @Test
    void bearAFloodOfARogueMemberAndHearEachOtherThroughIt() {
        AnnouncementCounts before = first.health().announcements();
        int heard = FIRST_HEARD.numbers().size();
        ITopic<Object> topic = rogue.getTopic("farol.announcements");
        byte[] huge = new byte[2_000_000];
        byte[] forged = new BadBatch(3_000).bytes();
        for (int i = 0; i < FLOOD; i++) {
            topic.publish(i % 100 == 0 ? huge : forged);
        }
        await().atMost(LONG).until(() -> {
            second.announce(number(505));
            return FIRST_HEARD.numbers().contains(505);
        });
        long refused = first.health().announcements().refused() - before.refused();
        assertThat(refused).isBetween(1L, (long) FLOOD);
        assertThat(FIRST_HEARD.numbers().subList(heard, FIRST_HEARD.numbers().size()))
                .as("nothing forged is passed on")
                .containsOnly(505);
    }

    @Test
    void keepNothingForARogueMember() {
        IMap<Integer, byte[]> map = rogue.getMap("anything");
        assertThatThrownBy(() -> map.put(1, new byte[1_000_000])).isInstanceOf(NoDataMemberInClusterException.class);
    }

    @Test
    void goOnWithoutAWordToAnybodyWhenTheirHazelcastDies() throws Exception {
        int port = freePorts(1).getFirst();
        ClusterSettings alone = ClusterSettingsReader.read("""
                profile: dev
                name: %s-alone
                secret: %s
                port: %d
                """.formatted(CLUSTER, SECRET, port));
        try (ClusterMember dying = ClusterMember.start(alone, new HeardNews())) {
            Hazelcast.getAllHazelcastInstances().stream()
                    .filter(each -> each.getConfig().getClusterName().equals(CLUSTER + "-alone"))
                    .forEach(each -> each.getLifecycleService().terminate());
            for (int i = 0; i < 100; i++) {
                dying.announce(number(i));
            }
            await().atMost(LONG).until(() -> {
                AnnouncementCounts counts = dying.health().announcements();
                return counts.sent() + counts.dropped() == 100;
            });
            assertThat(dying.health().running()).isFalse();
        }
    }

    @Test
    void sayThatTheirPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ClusterSettings settings = ClusterSettingsReader.read("""
                    profile: dev
                    name: %s-taken
                    secret: %s
                    port: %d
                    """.formatted(CLUSTER, SECRET, taken.getLocalPort()));
            assertThatThrownBy(() -> ClusterMember.start(settings, new HeardNews()))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void passOnARecordedMessageOnce() {
        List<byte[]> overheard = new ArrayList<>();
        ITopic<Object> topic = rogue.getTopic("farol.announcements");
        UUID ear = topic.addMessageListener(message -> {
            if (message.getMessageObject() instanceof byte[] bytes) {
                overheard.add(bytes);
            }
        });
        first.announce(number(404));
        await().atMost(LONG).until(() -> SECOND_HEARD.numbers().contains(404) && !overheard.isEmpty());
        topic.removeMessageListener(ear);
        long before = second.health().announcements().repeated();

        topic.publish(overheard.getFirst());

        await().atMost(LONG).until(() -> second.health().announcements().repeated() == before + 1);
        assertThat(SECOND_HEARD.numbers().stream().filter(heard -> heard == 404))
                .hasSize(1);
    }

    @Test
    void tellOfAMemberThatJoined() {
        assertThat(FIRST_HEARD.missed()).as("the second and the rogue joined").isGreaterThanOrEqualTo(2);
    }

    @Test
    void sayHowTheyAre() {
        assertThat(first.health().running()).isTrue();
        assertThat(first.health().members()).isEqualTo(3);
    }
}
