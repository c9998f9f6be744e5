package mo.farol.server.signin;

import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.Channel;
import mo.farol.server.config.OperatorProvider;
import mo.farol.server.config.ProviderConfig;
import mo.farol.server.config.ResidentClient;
import mo.farol.server.config.ResidentProvider;
import mo.farol.server.config.SignInConfig;
import mo.farol.server.config.StepUpConfig;
import mo.farol.server.config.TokenType;
import mo.farol.server.jws.JwsAlgorithm;

/** Configurations that tests share. */
final class TestConfig {
    private static final StepUpConfig STEP_UP = new StepUpConfig(List.of("strong", "stronger"), 300);

    private TestConfig() {}

    static ProviderConfig provider(String issuer, JwsAlgorithm algorithm, String scope) {
        return new ProviderConfig(issuer, Optional.empty(), Tokens.AUDIENCE, algorithm, TokenType.JWT, scope, 3600);
    }

    static ResidentProvider residents(ProviderConfig provider) {
        return residents(provider, STEP_UP);
    }

    static ResidentProvider residents(ProviderConfig provider, StepUpConfig stepUp) {
        return new ResidentProvider(
                provider,
                List.of(
                        new ResidentClient("one-app", Channel.APP),
                        new ResidentClient("one-web", Channel.ONE_ACCOUNT_WEB),
                        new ResidentClient("dsi-web", Channel.DSI_WEB)),
                stepUp);
    }

    static ResidentProvider residents(String issuer) {
        return residents(provider(issuer, JwsAlgorithm.RS256, "resident"));
    }

    static OperatorProvider operators(String issuer) {
        return new OperatorProvider(
                provider(issuer, JwsAlgorithm.RS256, "operator"), List.of("console"), List.of("realm_access", "roles"));
    }

    /** Refreshed rarely, so that what a test sees is not the clock's work. */
    static SignInConfig of(List<ResidentProvider> residents, List<OperatorProvider> operators) {
        return new SignInConfig(residents, operators, null, 3600, 3600, 0);
    }
}
