package mo.farol.api.resident;

import mo.farol.api.eid.EventReceipt;
import mo.farol.api.eid.ShownBinding;

/** The binding that was made, and the receipt. */
public record BindAnswer(ShownBinding binding, EventReceipt receipt) {}
