package mo.farol.core.verification;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.policy.Grant;

/** One verification, from a terminal's question to its outcome: the chain of steps with the I/O between them. */
public final class VerifyFlow {
    private static final int MOST_RUNS = 3;
    private static final Duration BUDGET_WAIT = Duration.ofSeconds(5);

    private final VerificationPorts ports;
    private final VerificationSteps steps;
    private final RetryTable retries;
    private final ProvenRefusals proven;
    private final RefusalBudget budget;

    VerifyFlow(
            VerificationPorts ports,
            VerificationSteps steps,
            RetryTable retries,
            ProvenRefusals proven,
            RefusalBudget budget) {
        this.ports = ports;
        this.steps = steps;
        this.retries = retries;
        this.proven = proven;
        this.budget = budget;
    }

    /** @return fails only by a bug of ours: whatever goes wrong around us is an outcome */
    public Future<Outcome> verify(VerificationRequest request) {
        ReadRequest read = steps.read().apply(request);
        return switch (retries.enter(read.retryKey())) {
            case Turn.KeyReused reused -> Future.succeededFuture(new Outcome.KeyReused());
            case Turn.Answered answered -> Future.succeededFuture(answered.refused());
            case Turn.Busy busy -> Future.fromCompletionStage(busy.over()).compose(over -> verify(request));
            case Turn.Yours yours ->
                run(read, yours.acceptedOn(), MOST_RUNS)
                        .onComplete(result -> retries.settle(read.retryKey(), yours, result.result()));
        };
    }

    private Future<Outcome> run(ReadRequest read, Optional<Grant> acceptedOn, int runsLeft) {
        VerificationRequest request = read.request();
        return Future.succeededFuture(request)
                .compose(asked -> ports.policies().grant(asked.terminal().institution(), asked.purpose()))
                .map(grant -> steps.allow().apply(read, grant.or(() -> acceptedOn)))
                .map(steps.parse()::apply)
                .map(steps.open()::apply)
                .compose(steps.genuine()::apply)
                .map(steps.timeAndType()::apply)
                .map(steps.replay()::apply)
                .compose(unspent -> ports.arbiter()
                        .redeem(unspent.redemption())
                        .map(decision -> steps.redeem().apply(unspent, decision)))
                .map(steps.answer()::apply)
                .recover(why -> why instanceof Ended.Again again
                        ? runAgain(read, acceptedOn, again.request(), runsLeft - 1)
                        : end(why));
    }

    private Future<Outcome> end(Throwable why) {
        return switch (why) {
            case Ended.With with -> Future.succeededFuture(with.outcome());
            case Ended.Refusing refusing -> refuse(refusing.request(), refusing.why());
            case PublicKeys.BudgetSpent spent -> Future.succeededFuture(new Outcome.TooMany(BUDGET_WAIT));
            case ArbiterUnreachable unreachable -> Future.succeededFuture(new Outcome.Unavailable());
            default -> Future.failedFuture(why);
        };
    }

    /** A refusal of a genuine code is on record before anybody hears of it. */
    private Future<Outcome> refuse(GenuineRequest request, Explanation why) {
        if (!budget.takeAtTerminal(request)) {
            return Future.succeededFuture(new Outcome.TooMany(BUDGET_WAIT));
        }
        return ports.accessLog()
                .recordRefusal(request.key().bindingKeyId(), why.refusal(), request.circumstances())
                .<Outcome>map(entry -> {
                    proven.remember(request, why);
                    return new Outcome.Refused(why, entry, false);
                })
                .recover(down -> down instanceof AccessLog.Unavailable
                        ? Future.succeededFuture(new Outcome.Unavailable())
                        : Future.failedFuture(down));
    }

    private Future<Outcome> runAgain(
            ReadRequest read, Optional<Grant> acceptedOn, GenuineRequest outdated, int runsLeft) {
        VerificationRequest request = read.request();
        ports.policies().forget(request.terminal().institution(), request.purpose());
        ports.publicKeys().forget(outdated.key().bindingKeyId());
        return runsLeft > 0 ? run(read, acceptedOn, runsLeft) : Future.succeededFuture(new Outcome.Unavailable());
    }
}
