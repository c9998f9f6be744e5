package mo.farol.store.accesslog;

import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.verification.Refusal;
import mo.farol.token.BindingKeyId;

/**
 * A refusal that waits to be recorded.
 *
 * @param tries how many refused tries the record stands for
 */
record RecordQuestion(BindingKeyId bindingKeyId, Refusal refusal, Circumstances circumstances, int tries) {}
