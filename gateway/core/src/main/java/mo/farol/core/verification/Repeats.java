package mo.farol.core.verification;

import mo.farol.core.accesslog.Circumstances;
import mo.farol.token.BindingKeyId;

/**
 * Refused tries of one code at one terminal that were answered from memory, to be recorded in one record.
 *
 * @param last the circumstances of the last of them
 * @param tries at least one
 */
record Repeats(BindingKeyId bindingKeyId, Refusal refusal, Circumstances last, int tries) {}
