package mo.farol.demo.seed;

import mo.farol.phone.kit.KitTerminal;

/**
 * @param id its row
 * @param institution its institution's public name
 */
public record SeededTerminal(long id, String institution, KitTerminal kit) {}
