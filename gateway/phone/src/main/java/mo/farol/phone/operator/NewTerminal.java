package mo.farol.phone.operator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A terminal to enrol.
 *
 * @param name the client id it signs in by
 * @param institution its institution's name, as the list has it
 * @param means the approved means' name, as the list has it
 * @param publicJwk its public P-256 key
 */
public record NewTerminal(String name, String institution, String means, JsonNode publicJwk) {}
