package mo.farol.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import mo.farol.api.challenge.TerminalChallengeRequest;
import mo.farol.api.json.WireJson;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.world.Node;
import mo.farol.phone.challenge.ChallengeReader;
import mo.farol.phone.challenge.ScannedChallenge;
import mo.farol.phone.http.Reply;
import mo.farol.token.challenge.TerminalChallenge;
import org.jspecify.annotations.Nullable;

/** Where a terminal gets a challenge and a phone reads it. */
final class ChallengeDesk {
    private final Teller teller;
    private final ChallengeReader phone;

    ChallengeDesk(Teller teller, ChallengeReader phone) {
        this.teller = teller;
        this.phone = phone;
    }

    /**
     * @return what the phone shows to its owner; empty when there is no challenge, or it is over
     * @throws IllegalStateException when the gateway's challenge is not genuine
     */
    Optional<TerminalChallenge> open(Terminal terminal, Node node) throws InterruptedException {
        AtomicReference<@Nullable String> shown = new AtomicReference<>();
        byte[] body =
                WireJson.write(new TerminalChallengeRequest(terminal.from().purpose()));
        String key = UUID.randomUUID().toString();
        teller.noted(node, Question.about(Act.CHALLENGE, node.number(), terminal.name()), () -> {
            Reply reply =
                    teller.gateways().post(node, "/v1/challenges", body, request -> terminal.signed(request, key));
            JsonNode qr = reply.json().path("qr");
            if (qr.isTextual()) {
                shown.set(qr.asText());
            }
            return Heard.act(reply);
        });
        String qr = shown.get();
        return qr == null ? Optional.empty() : read(qr);
    }

    private Optional<TerminalChallenge> read(String qr) throws InterruptedException {
        return switch (phone.read(qr)) {
            case ScannedChallenge.Genuine(TerminalChallenge challenge) -> {
                teller.recorder()
                        .note(new Line.Challenged(
                                challenge.id().toString(), challenge.terminal(), challenge.purpose()));
                yield Optional.of(challenge);
            }
            case ScannedChallenge.Expired _ -> Optional.empty();
            case ScannedChallenge.Refused refused ->
                throw new IllegalStateException("a gateway's challenge is not genuine: " + refused);
        };
    }
}
