package mo.farol.store.challenge;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.challenge.IssuedChallenge;
import mo.farol.core.challenge.TerminalChallenges;
import mo.farol.core.challenge.TerminalChallenges.Entered;
import mo.farol.store.Store;
import mo.farol.store.testing.OpenTown;
import mo.farol.store.testing.TestServer;
import mo.farol.token.Nonce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class TerminalChallengesTest {
    private final TestServer server;

    TerminalChallengesTest(TestServer server) {
        this.server = server;
    }

    @Test
    void givesTheSameRequestTheSameChallengeOnEveryNode() {
        try (OpenTown town = new OpenTown(server)) {
            Store there = town.anotherNode();
            TerminalChallenges here = town.store().terminalChallenges();
            IssuedChallenge first = challenge(1);

            assertThat(await(here.enter(first, request(7, 1)))).isEqualTo(new Entered.Kept());
            assertThat(await(there.terminalChallenges().enter(challenge(2), request(7, 1))))
                    .isEqualTo(new Entered.Before(first));
            assertThat(await(there.terminalChallenges().enter(challenge(2), request(7, 2))))
                    .isEqualTo(new Entered.KeyReused());
            assertThat(await(here.enter(challenge(2), request(8, 1)))).isEqualTo(new Entered.Kept());
            assertThat(town.town().number("SELECT count(*) FROM terminal_challenge"))
                    .isEqualTo(2);
            await(there.close());
        }
    }

    @Test
    void keepsOneOfTwoThatTheSameRequestAsksForAtOnce() {
        try (OpenTown town = new OpenTown(server)) {
            Store there = town.anotherNode();
            for (int round = 0; round < 20; round++) {
                RequestKey request = request(100 + round, 1);
                Future<Entered> here = town.store().terminalChallenges().enter(challenge(2 * round), request);
                Future<Entered> elsewhere = there.terminalChallenges().enter(challenge(2 * round + 1), request);
                assertThat(List.of(await(here), await(elsewhere)))
                        .hasAtLeastOneElementOfType(Entered.Kept.class)
                        .hasAtLeastOneElementOfType(Entered.Before.class);
            }
            await(there.close());
        }
    }

    private static IssuedChallenge challenge(long number) {
        Nonce id = Nonce.of(
                ByteBuffer.allocate(16).putLong(number).putLong(-number).array());
        return new IssuedChallenge(id, 3, 4, Instant.ofEpochSecond(1_795_478_400L), "EIDC1:" + number);
    }

    private static RequestKey request(long scope, long body) {
        return new RequestKey(
                ByteBuffer.allocate(32).putLong(scope).array(),
                ByteBuffer.allocate(32).putLong(body).array());
    }
}
