package mo.farol.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import mo.farol.cluster.announcement.Announcement;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Cti;
import org.junit.jupiter.api.Test;

class NewsEncodingTest {
    @Test
    void bringsBackWhatWasEncoded() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            RedemptionKey key = new RedemptionKey(
                    new BindingKeyId(random.nextLong()),
                    random.nextLong() >>> 1,
                    new Cti(random.nextInt(), random.nextLong()));
            RedeemedNews news = new RedeemedNews(key, random.nextLong());
            OutdatedFact grant = new OutdatedFact.Grant(random.nextLong(), "counter.identité." + i);
            OutdatedFact publicKey = new OutdatedFact.PublicKey(new BindingKeyId(random.nextLong()));

            assertThat(RedeemedNews.decode(news.encode())).contains(news);
            assertThat(OutdatedFact.decode(grant.encode())).contains(grant);
            assertThat(OutdatedFact.decode(publicKey.encode())).contains(publicKey);
            OutdatedFact terminal = new OutdatedFact.Terminal(random.nextLong());
            assertThat(OutdatedFact.decode(terminal.encode())).contains(terminal);
            OutdatedFact terminals = new OutdatedFact.AllTerminals();
            assertThat(OutdatedFact.decode(terminals.encode())).contains(terminals);
            assertThat(news.encode().length).isLessThanOrEqualTo(Announcement.LONGEST);
        }
    }

    @Test
    void passesOverWhatAnotherVersionWrote() {
        assertThat(RedeemedNews.decode(new byte[35])).isEmpty();
        assertThat(RedeemedNews.decode(new byte[37])).isEmpty();
        assertThat(OutdatedFact.decode(new byte[8])).isEmpty();
        assertThat(OutdatedFact.decode(new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 1})).isEmpty();
    }
}
