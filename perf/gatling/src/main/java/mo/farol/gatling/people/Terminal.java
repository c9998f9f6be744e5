package mo.farol.gatling.people;

import java.io.IOException;
import java.util.Set;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.SignInRefused;
import mo.farol.phone.terminal.TerminalClient;

/** One of the kit's terminals, signed in. */
final class Terminal implements AutoCloseable {
    private final TerminalClient client;
    private final Set<String> purposes;
    private volatile String token;

    private Terminal(TerminalClient client, Set<String> purposes, String token) {
        this.client = client;
        this.purposes = Set.copyOf(purposes);
        this.token = token;
    }

    static Terminal signedIn(TerminalClient client, Set<String> purposes)
            throws IOException, SignInRefused, InterruptedException {
        return new Terminal(client, purposes, client.accessToken());
    }

    boolean mayAskFor(String purpose) {
        return purposes.contains(purpose);
    }

    Set<String> purposes() {
        return purposes;
    }

    /** Never waits for a gateway. */
    String token() {
        return token;
    }

    /** Signs in anew when the token is about to end. */
    void renew() throws IOException, SignInRefused, InterruptedException {
        token = client.accessToken();
    }

    Answer verify(VerificationRequest question) throws IOException, SignInRefused, InterruptedException {
        return client.verify(question);
    }

    @Override
    public void close() {
        client.close();
    }
}
