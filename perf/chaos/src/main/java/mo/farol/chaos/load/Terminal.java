package mo.farol.chaos.load;

import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicReference;
import mo.farol.chaos.history.Question;
import mo.farol.phone.terminal.TerminalKey;

/**
 * A terminal that is signed in, for one purpose. It never prints.
 *
 * @param token its access token, renewed between schedules; empty: it could not sign in
 */
record Terminal(Question.From from, TerminalKey key, AtomicReference<String> token) {
    Terminal(Question.From from, TerminalKey key) {
        this(from, key, new AtomicReference<>(""));
    }

    /** The same terminal, signed in by the same token, for another purpose. */
    Terminal withPurpose(String purpose) {
        return new Terminal(new Question.From(from.terminal(), from.institution(), purpose), key, token);
    }

    String name() {
        return from.terminal();
    }

    String bearer() {
        return "Bearer " + token.get();
    }

    /** With the headers of a request of this terminal's. @param idempotencyKey the same for the same request asked again */
    HttpRequest.Builder signed(HttpRequest.Builder request, String idempotencyKey) {
        return request.header("Authorization", bearer())
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json");
    }

    @Override
    public String toString() {
        return "Terminal[" + name() + "]";
    }
}
