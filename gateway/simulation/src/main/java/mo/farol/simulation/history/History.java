package mo.farol.simulation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.core.policy.Purpose;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.phone.ShownCode;
import mo.farol.simulation.postgres.Server;

/** Everything that was asked and answered, judged as it comes. */
public final class History {
    private final Timeline timeline;
    private final Trace trace;
    private final List<Ask> asks = new ArrayList<>();
    private final Standings standings = new Standings();
    private final Outages outages = new Outages();
    private final Judges judges;
    private Optional<Violation> violation = Optional.empty();

    public History(Timeline timeline, Trace trace, Server server) {
        this.timeline = timeline;
        this.trace = trace;
        this.judges = new Judges(this, server);
    }

    public Ask ask(Kind kind, ShownCode code, VerificationRequest request, Purpose purpose, int node) {
        Ask ask = new Ask(asks.size(), kind, code, request, purpose, node, timeline.now());
        asks.add(ask);
        trace.line(() -> "ask " + ask);
        return ask;
    }

    /** @param outcome as the gateway gave it, whether it reached anybody or not */
    public void answered(Ask ask, Outcome outcome) {
        ask.answered(outcome);
        trace.line(() -> "answer " + ask + ": " + Told.of(outcome));
        judges.answered(ask, outcome);
    }

    public Act act(Target target, boolean stops, long grantVersion) {
        Act act = new Act(target, stops, grantVersion, timeline.now());
        standings.add(act);
        trace.line(() -> "act " + target + (stops ? " stops" : " goes on") + " version " + grantVersion);
        return act;
    }

    public void acknowledged(Act act) {
        act.acknowledge(timeline.now());
        trace.line(() -> "acknowledged " + act.target() + (act.stops() ? " stopped" : " goes on"));
    }

    /** Judges what can only be judged when all is over. */
    public void end(boolean everythingCounted) {
        judges.end(everythingCounted);
    }

    /** The first that was found. */
    public Optional<Violation> violation() {
        return violation;
    }

    public void report(String promise, String what) {
        if (violation.isEmpty()) {
            violation = Optional.of(new Violation(promise, what));
            trace.line(() -> "VIOLATION " + promise + ": " + what);
        }
    }

    public Outages outages() {
        return outages;
    }

    public Standings standings() {
        return standings;
    }

    public Trace trace() {
        return trace;
    }

    public List<Ask> asks() {
        return asks;
    }

    long now() {
        return timeline.now();
    }
}
