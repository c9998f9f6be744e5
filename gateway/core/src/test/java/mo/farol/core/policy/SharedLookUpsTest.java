package mo.farol.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedLookUpsTest {
    private final List<Promise<Optional<Grant>>> asked = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private final SharedLookUps shared = new SharedLookUps(new PolicyCatalogue() {
        @Override
        public Future<Optional<Grant>> grant(long institution, String purpose) {
            Promise<Optional<Grant>> promise = Promise.promise();
            asked.add(promise);
            return promise.future();
        }

        @Override
        public void forget(long institution, String purpose) {
            forgotten.add(institution + "/" + purpose);
        }
    });

    @Test
    void askOnceForAllWhoWaitAndAgainForThoseWhoComeLater() {
        Future<Optional<Grant>> first = shared.grant(1, "p");
        Future<Optional<Grant>> second = shared.grant(1, "p");
        shared.grant(1, "q");
        shared.grant(2, "p");
        assertThat(asked).hasSize(3);

        asked.getFirst().complete(Optional.empty());

        assertThat(first.succeeded()).isTrue();
        assertThat(second.succeeded()).isTrue();
        shared.grant(1, "p");
        assertThat(asked).hasSize(4);
    }

    @Test
    void askAgainAfterAFailure() {
        Future<Optional<Grant>> first = shared.grant(1, "p");
        asked.getFirst().fail("down");

        assertThat(first.failed()).isTrue();
        shared.grant(1, "p");
        assertThat(asked).hasSize(2);
    }

    @Test
    void doNotHandOnAnAnswerFromBeforeItWasForgotten() {
        shared.grant(1, "p");

        shared.forget(1, "p");
        shared.grant(1, "p");

        assertThat(forgotten).containsExactly("1/p");
        assertThat(asked).hasSize(2);
    }
}
