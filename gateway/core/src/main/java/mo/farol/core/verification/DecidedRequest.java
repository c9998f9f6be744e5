package mo.farol.core.verification;

/** After step 7: decided, and durable. */
record DecidedRequest(CurrentRequest current, Decision.Durable decision) {}
