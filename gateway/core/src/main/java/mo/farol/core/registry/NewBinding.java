package mo.farol.core.registry;

import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/**
 * A resident's e-ID on a phone's key.
 *
 * @param resident the resident's row
 */
public record NewBinding(long resident, BindingKeyId keyId, BindingPublicKey key) {}
