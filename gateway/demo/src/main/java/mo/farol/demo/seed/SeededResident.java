package mo.farol.demo.seed;

import mo.farol.phone.kit.KitResident;

/** @param row the resident's */
public record SeededResident(long row, KitResident kit) {}
