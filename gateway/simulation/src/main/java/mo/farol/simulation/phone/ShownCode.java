package mo.farol.simulation.phone;

import mo.farol.core.verification.RedemptionKey;

/**
 * A code as somebody shows it.
 *
 * @param text what the scanner reads
 * @param key what is signed: the same for every text of the same code
 * @param genuine false when the text was tampered with
 */
public record ShownCode(Phone phone, String text, RedemptionKey key, boolean genuine) {}
