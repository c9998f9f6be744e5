package mo.farol.chaos.load;

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

    String name() {
        return from.terminal();
    }

    String bearer() {
        return "Bearer " + token.get();
    }

    @Override
    public String toString() {
        return "Terminal[" + name() + "]";
    }
}
