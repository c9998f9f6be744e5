package mo.farol.chaos.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Said;
import mo.farol.chaos.world.Node;
import mo.farol.phone.http.TokenSource;

/** Does an act by one of the APIs: asked again under its key, at any gateway, until it is answered or tried often enough. */
final class Clerk {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Teller teller;
    private final RandomGenerator random;

    Clerk(Teller teller, RandomGenerator random) {
        this.teller = teller;
        this.random = random;
    }

    /**
     * @param path of the act
     * @param tries how often at most
     * @return whether it is known to be done
     */
    boolean does(Act act, String subject, String path, TokenSource who, int tries) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < tries; i++) {
            Node node = teller.gateways().any(random);
            Question question = new Question(act, node.number(), null, subject, null, key, null, null);
            Optional<Answer> answer = bearer(who).isEmpty()
                    ? Optional.empty()
                    : teller.act(question, node, path, "Bearer " + bearer(who), NOTHING);
            Said said = answer.map(Answer::said).orElse(Said.BROKEN);
            if (said == Said.DONE || said == Said.TURNED_AWAY) {
                return said == Said.DONE;
            }
            Pause.of(BETWEEN_TRIES);
        }
        return false;
    }

    /** Empty when the sign-in provider cannot be reached now. */
    private static String bearer(TokenSource who) throws InterruptedException {
        try {
            return who.token();
        } catch (IOException unreachable) {
            return "";
        }
    }
}
