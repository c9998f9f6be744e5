package mo.farol.core.verification;

/** Step 7: what the arbiter's decision means for this run of the chain. */
final class RedeemStep {
    DecidedRequest apply(UnspentRequest unspent, Decision decision) {
        return switch (decision) {
            case Decision.Durable durable -> new DecidedRequest(unspent.current(), durable);
            case Decision.DecideAgain again ->
                throw new Ended.Again(unspent.current().genuine());
            case Decision.Unavailable unavailable -> throw new Ended.With(new Outcome.Unavailable());
        };
    }
}
