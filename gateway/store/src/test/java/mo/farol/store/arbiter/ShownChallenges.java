package mo.farol.store.arbiter;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.challenge.IssuedChallenge;
import mo.farol.core.challenge.TerminalChallenges;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import mo.farol.token.Nonce;

/** Challenges that a world's terminals show, and redemptions of codes that answer them. */
final class ShownChallenges {
    private final Node node;
    private final World world;
    private final Random random = new Random(99);
    private int requests;

    ShownChallenges(Node node, World world) {
        this.node = node;
        this.world = world;
    }

    /** At the world's terminal, for its purpose, for a minute. */
    Nonce show() {
        return show(world.terminal(), 60);
    }

    /** @param seconds until it expires; negative: since it did */
    Nonce show(TerminalIdentity terminal, long seconds) {
        byte[] id = new byte[Nonce.LENGTH];
        random.nextBytes(id);
        Nonce nonce = Nonce.of(id);
        Instant expires = Instant.ofEpochSecond(world.now() + seconds);
        IssuedChallenge challenge =
                new IssuedChallenge(nonce, terminal.terminal(), world.purposeRow(), expires, "EIDC1:" + requests);
        TerminalChallenges.Entered entered =
                World.await(node.store().terminalChallenges().enter(challenge, request(++requests, 1)));
        if (!(entered instanceof TerminalChallenges.Entered.Kept)) {
            throw new IllegalStateException(entered.toString());
        }
        return nonce;
    }

    static RequestKey request(long scope, long body) {
        return new RequestKey(
                ByteBuffer.allocate(32).putLong(scope).array(),
                ByteBuffer.allocate(32).putLong(body).array());
    }

    Redemption answer(Person person, Nonce nonce) {
        return answer(person, world.code(person), world.terminal(), nonce);
    }

    Redemption answer(Person person, RedemptionKey code, TerminalIdentity at, Nonce nonce) {
        return answer(person, code, world.circumstances(at, random.nextLong()), nonce);
    }

    Redemption answer(Person person, RedemptionKey code, Circumstances circumstances, Nonce nonce) {
        return new Redemption(code, person.key().sha256(), false, circumstances, nonce);
    }
}
