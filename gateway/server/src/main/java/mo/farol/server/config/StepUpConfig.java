package mo.farol.server.config;

import java.util.List;

/**
 * What a step-up needs (RFC 9470).
 *
 * @param acrValues {@code acr} must be one of these
 * @param maxAgeSeconds {@code auth_time} may be that long ago
 */
public record StepUpConfig(List<String> acrValues, int maxAgeSeconds) {
    static final int MAX_AGE_SECONDS = 300;

    public StepUpConfig {
        acrValues = List.copyOf(acrValues);
    }
}
