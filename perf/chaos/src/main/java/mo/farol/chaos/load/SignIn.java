package mo.farol.chaos.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.UUID;
import mo.farol.chaos.world.Node;
import mo.farol.phone.http.Reply;

/** The token endpoint, for terminals. */
final class SignIn {
    private static final int ROUNDS = 3;

    private final Gateways gateways;
    private final Assertions assertions;

    SignIn(Gateways gateways, Assertions assertions) {
        this.gateways = gateways;
        this.assertions = assertions;
    }

    /** Gets this terminal a new access token. @throws IOException when no gateway gives one */
    void renew(Terminal terminal) throws IOException, InterruptedException {
        String last = "";
        for (int i = 0; i < ROUNDS; i++) {
            for (Node node : gateways.nodes()) {
                try {
                    Reply reply = post(
                            node, assertions.form(terminal, UUID.randomUUID().toString()));
                    if (reply.status() == 200) {
                        terminal.token().set(reply.json().path("access_token").asText());
                        return;
                    }
                    last = "status " + reply.status();
                } catch (IOException unreachable) {
                    last = String.valueOf(unreachable.getMessage());
                }
            }
        }
        throw new IOException(terminal + " cannot sign in: " + last);
    }

    /** An assertion to be sent more than once. */
    byte[] form(Terminal terminal, String jti) {
        return assertions.form(terminal, jti);
    }

    Reply post(Node node, byte[] form) throws IOException, InterruptedException {
        return gateways.post(node, "/oauth2/token", form, SignIn::asForm);
    }

    private static HttpRequest.Builder asForm(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/x-www-form-urlencoded");
    }
}
