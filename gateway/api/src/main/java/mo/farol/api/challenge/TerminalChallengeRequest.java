package mo.farol.api.challenge;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /v1/challenges}.
 *
 * @param purpose what the answering code will be verified for, a name of the purpose catalogue
 */
public record TerminalChallengeRequest(
        @JsonProperty(required = true) String purpose) {}
