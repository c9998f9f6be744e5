package mo.farol.gatling.people;

import mo.farol.token.CodeType;

/**
 * What a terminal asks for.
 *
 * @param type of the codes that the purpose takes
 */
public record Asked(String purpose, CodeType type) {}
