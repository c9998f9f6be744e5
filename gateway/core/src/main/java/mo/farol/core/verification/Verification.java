package mo.farol.core.verification;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import mo.farol.token.CodeOpener;
import mo.farol.token.SignatureVerifier;

/** Wires one node's verification: the flow and the tables it shares among all its threads. */
public final class Verification {
    private final ReplayTable replays;
    private final RepeatRecorder repeats;
    private final VerifyFlow flow;

    /**
     * @param clock the node's clock, for attempt ids only
     * @param nanoTime a monotonic clock in nanoseconds, as {@link System#nanoTime()}
     * @param random a cryptographic source: it hides access records behind their public hashes
     */
    public Verification(
            VerificationPorts ports,
            CodeWindow window,
            VerificationLimits limits,
            InstantSource clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.replays = new ReplayTable(limits.replays(), limits.replayLife(), nanoTime);
        ProvenRefusals proven = new ProvenRefusals(limits.provenTexts(), replays, nanoTime);
        this.repeats = new RepeatRecorder(proven, ports.accessLog());
        RefusalBudget budget = new RefusalBudget(limits.refusals(), nanoTime);
        VerificationSteps steps = new VerificationSteps(
                new ReadStep(new AttemptIds(clock, random), random),
                new AllowStep(),
                new ParseStep(proven),
                new OpenStep(new CodeOpener(ports.crypto()), ports.keyRing()),
                new GenuineCheck(ports.publicKeys(), new SignatureStep(new SignatureVerifier(ports.crypto())), budget),
                new TimeAndTypeStep(window, ports.time()),
                new ReplayStep(replays),
                new RedeemStep(),
                new AnswerStep(replays, ports.announcements(), proven, budget));
        RetryTable retries = new RetryTable(limits.retries(), limits.retryLife(), nanoTime);
        this.flow = new VerifyFlow(ports.withSharedLookUps(), steps, retries, proven, budget);
    }

    public VerifyFlow flow() {
        return flow;
    }

    /** Where announcements of other gateways are entered. */
    public ReplayTable replays() {
        return replays;
    }

    /** To be asked every few seconds, and at shutdown. */
    public RepeatRecorder repeats() {
        return repeats;
    }
}
