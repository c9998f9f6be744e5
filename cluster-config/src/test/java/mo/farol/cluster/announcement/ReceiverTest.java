package mo.farol.cluster.announcement;

import static mo.farol.cluster.announcement.HeardNews.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import mo.farol.cluster.config.ClusterSecret;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    private static final SecretKey KEY = key("c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=", "farol");
    private static final UUID SELF = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private final HeardNews heard = new HeardNews();
    private final Receiver receiver = new Receiver(KEY, SELF, heard);

    private static SecretKey key(String secret, String purpose) {
        return ClusterSecret.ofBase64(secret).orElseThrow().keyFor(purpose);
    }

    private static byte[] batch(SecretKey key, UUID sender, long sequence, int... numbers) {
        List<Announcement> announcements =
                IntStream.of(numbers).mapToObj(HeardNews::number).toList();
        return new BatchSeal(key).seal(new Batch(sender, sequence, announcements));
    }

    @Test
    void passesOnWhatAnotherMemberAnnounces() {
        receiver.accept(batch(KEY, OTHER, 1, 10, 11));
        receiver.accept(batch(KEY, OTHER, 2, 12));

        assertThat(heard.numbers()).containsExactly(10, 11, 12);
        assertThat(heard.missed()).isZero();
    }

    @Test
    void doesNotHearItself() {
        receiver.accept(batch(KEY, SELF, 1, 10));

        assertThat(heard.numbers()).isEmpty();
        assertThat(receiver.refused.sum()).isZero();
    }

    @Test
    void refusesARogueWithoutTheSecret() {
        SecretKey wrong = key("YW5vdGhlciBzZWNyZXQgdGhhdCB0aGUgcm9ndWUgbWFkZSE=", "farol");
        SecretKey otherCluster = key("c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=", "staging");

        receiver.accept(batch(wrong, OTHER, 1, 10));
        receiver.accept(batch(otherCluster, OTHER, 1, 10));

        assertThat(heard.numbers()).isEmpty();
        assertThat(receiver.refused.sum()).isEqualTo(2);
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] genuine = batch(KEY, OTHER, 1, 10, 11);
        for (int i = 0; i < genuine.length; i++) {
            byte[] changed = genuine.clone();
            changed[i] ^= 1;
            receiver.accept(changed);
        }

        assertThat(heard.numbers()).isEmpty();
        assertThat(receiver.refused.sum()).isEqualTo(genuine.length);
    }

    @Test
    void refusesWhatIsNoMessageOfOurs() {
        receiver.accept("text");
        receiver.accept(7L);
        receiver.accept(new byte[0]);
        receiver.accept(new byte[100_000]);
        receiver.accept(
                "a text that is long enough to be a batch, and is none at all".getBytes(StandardCharsets.UTF_8));

        assertThat(heard.numbers()).isEmpty();
        assertThat(receiver.refused.sum()).isEqualTo(5);
    }

    @Test
    void passesARepeatedBatchOnce() {
        byte[] batch = batch(KEY, OTHER, 1, 10);
        receiver.accept(batch);
        receiver.accept(batch);
        receiver.accept(batch);

        assertThat(heard.numbers()).containsExactly(10);
        assertThat(receiver.repeated.sum()).isEqualTo(2);
    }

    @Test
    void passesAnOvertakenBatchAndTellsOfTheGap() {
        receiver.accept(batch(KEY, OTHER, 1, 10));
        receiver.accept(batch(KEY, OTHER, 3, 12));
        assertThat(heard.missed()).isEqualTo(1);

        receiver.accept(batch(KEY, OTHER, 2, 11));

        assertThat(heard.numbers()).containsExactly(10, 12, 11);
        assertThat(receiver.gaps.sum()).isEqualTo(1);
    }

    @Test
    void tellsThatItJoinedInTheMiddle() {
        receiver.accept(batch(KEY, OTHER, 500, 10));

        assertThat(heard.numbers()).containsExactly(10);
        assertThat(heard.missed()).isEqualTo(1);
    }

    @Test
    void startsAnewWithARestartedSender() {
        receiver.accept(batch(KEY, OTHER, 900, 10));
        receiver.accept(batch(KEY, new UUID(3, 3), 1, 11));
        receiver.accept(batch(KEY, new UUID(3, 3), 2, 12));

        assertThat(heard.numbers()).containsExactly(10, 11, 12);
        assertThat(heard.missed()).isEqualTo(1);
    }

    @Test
    void keepsCountOfBoundedlyManySenders() {
        for (int i = 0; i < 2_000; i++) {
            receiver.accept(batch(KEY, new UUID(9, i), 1, i));
        }
        receiver.accept(batch(KEY, new UUID(9, 1_999), 1, 5_000));

        assertThat(heard.numbers()).hasSize(2_000).doesNotContain(5_000);
    }

    @Test
    void opensWhatItSealsToTheLastByte() {
        Announcement longest = new Announcement((byte) 127, new byte[Announcement.LONGEST]);
        Batch batch = new Batch(OTHER, Long.MAX_VALUE, List.of(number(1), longest));

        Batch opened = new BatchSeal(KEY).open(new BatchSeal(KEY).seal(batch)).orElseThrow();

        assertThat(opened.sender()).isEqualTo(OTHER);
        assertThat(opened.sequence()).isEqualTo(Long.MAX_VALUE);
        assertThat(opened.announcements()).hasSize(2);
        assertThat(opened.announcements().get(1).body()).hasSize(Announcement.LONGEST);
    }
}
