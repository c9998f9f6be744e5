package mo.farol.simulation.world;

import java.util.List;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.history.Ask;
import mo.farol.simulation.history.Hashes;
import mo.farol.simulation.history.History;
import mo.farol.simulation.history.Kind;
import mo.farol.simulation.phone.ShownCode;
import org.jspecify.annotations.Nullable;

/** The terminals: they ask, wait, and ask again with the same key when no answer came or none was to be had. */
final class Counter {
    /** One question: what is repeated when it is asked again. */
    record Question(ShownCode code, Purpose purpose, VerificationRequest request) {
        /** The same from another terminal, its key and body stolen. */
        Question by(TerminalIdentity thief) {
            return new Question(
                    code, purpose, request(thief, request.idempotencyKey(), code, purpose, request.fields()));
        }

        /** The same code and body with a key of its own. */
        Question withKey(String key) {
            return new Question(code, purpose, request(request.terminal(), key, code, purpose, request.fields()));
        }

        /** Another text in the same terminal's hands. */
        Question withCode(ShownCode other, String key) {
            return new Question(other, purpose, request(request.terminal(), key, other, purpose, request.fields()));
        }

        static Question of(
                TerminalIdentity terminal, String key, ShownCode code, Purpose purpose, @Nullable FieldSet fields) {
            return new Question(code, purpose, request(terminal, key, code, purpose, fields));
        }

        private static VerificationRequest request(
                TerminalIdentity terminal, String key, ShownCode code, Purpose purpose, @Nullable FieldSet fields) {
            byte[] bodyHash = Hashes.sha256(code.text() + "|" + purpose.name() + "|" + fields);
            return new VerificationRequest(
                    terminal, key, bodyHash, code.text(), purpose.name(), fields, null, null, null, null, null);
        }
    }

    private static final int MOST_RETRIES = 3;

    private final Timeline timeline;
    private final Chance chance;
    private final History history;
    private final List<Site> sites;
    private final int lostOneIn;
    private int keys;

    /** @param lostOneIn how many requests and answers are lost on their way: one in so many */
    Counter(Timeline timeline, Chance chance, History history, List<Site> sites, int lostOneIn) {
        this.timeline = timeline;
        this.chance = chance;
        this.history = history;
        this.sites = sites;
        this.lostOneIn = lostOneIn;
    }

    String freshKey() {
        return "k" + keys++;
    }

    /** One that takes requests; any, when none does. */
    Site anySite() {
        List<Site> open = sites.stream().filter(Site::open).toList();
        return chance.oneOf(open.isEmpty() ? sites : open);
    }

    List<Site> sites() {
        return sites;
    }

    void ask(Kind kind, Question question, Site site) {
        ask(kind, question, site, MOST_RETRIES);
    }

    private void ask(Kind kind, Question question, Site site, int retriesLeft) {
        if (!site.open()) {
            again(kind, question, retriesLeft, chance.between(20, 200) * Nanos.MILLI);
            return;
        }
        Ask ask = history.ask(kind, question.code(), question.request(), question.purpose(), site.number());
        Kind next = kind == Kind.FRESH ? Kind.RETRY : kind;
        boolean[] over = {false};
        Runnable askAgain = () -> {
            if (!over[0]) {
                over[0] = true;
                again(next, question, retriesLeft, chance.between(1, 800) * Nanos.MILLI);
            }
        };
        if (!chance.oneIn(lostOneIn)) {
            timeline.after(
                    travel(),
                    () -> site.serve(
                            ask,
                            outcome -> {
                                if (!chance.oneIn(lostOneIn)) {
                                    timeline.after(travel(), () -> heard(outcome, over, askAgain));
                                }
                            },
                            askAgain));
        }
        timeline.after(chance.between(1_200, 6_000) * Nanos.MILLI, askAgain);
    }

    private void heard(Outcome outcome, boolean[] over, Runnable askAgain) {
        if (outcome instanceof Outcome.Unavailable && chance.oneIn(2)) {
            askAgain.run();
        }
        over[0] = true;
    }

    private void again(Kind kind, Question question, int retriesLeft, long pause) {
        if (retriesLeft > 0) {
            timeline.after(pause, () -> ask(kind, question, anySite(), retriesLeft - 1));
        }
    }

    private long travel() {
        return chance.mostly(100 * Nanos.MICRO, 20 * Nanos.MILLI);
    }
}
