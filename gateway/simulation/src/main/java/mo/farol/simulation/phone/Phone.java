package mo.farol.simulation.phone;

import mo.farol.token.BindingKeyId;
import mo.farol.token.mint.PhoneKey;

/** A phone with the key of one binding. */
public record Phone(int number, long resident, BindingKeyId keyId, PhoneKey key) {}
