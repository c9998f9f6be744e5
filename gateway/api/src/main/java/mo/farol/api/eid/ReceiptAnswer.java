package mo.farol.api.eid;

/** The answer to whatever is done with a receipt and nothing else. */
public record ReceiptAnswer(EventReceipt receipt) {}
