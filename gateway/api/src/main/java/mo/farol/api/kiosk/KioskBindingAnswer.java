package mo.farol.api.kiosk;

import mo.farol.api.eid.EventReceipt;

/**
 * The phone that shows the number is bound.
 *
 * @param receipt without the names of e-ID and binding, which are no business of a kiosk
 * @param phoneBound true
 */
public record KioskBindingAnswer(EventReceipt receipt, boolean phoneBound) {}
