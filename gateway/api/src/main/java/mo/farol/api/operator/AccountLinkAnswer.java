package mo.farol.api.operator;

import java.util.UUID;
import mo.farol.api.eid.EventReceipt;

/** @param eId whose account it is now */
public record AccountLinkAnswer(UUID eId, EventReceipt receipt) {}
