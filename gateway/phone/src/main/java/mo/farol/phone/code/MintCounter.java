package mo.farol.phone.code;

import mo.farol.token.BindingKeyId;

/** Numbers a binding's codes. A counter that falls back looks like a cloned key, so it must outlive the process. */
public interface MintCounter {
    /** A number that no earlier call returned for this binding, greater than all of them. */
    int next(BindingKeyId binding);
}
