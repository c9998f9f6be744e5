package mo.farol.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.binding.Channel;
import mo.farol.server.jws.JwsAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInConfigTest {
    private final ConfigProblems problems = new ConfigProblems();

    private SignInConfig read(String json, Profile profile, Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Section section = new Section("sign_in", new JsonObject(json), environment, problems);
        SignInConfig config = new SignInReader(section, profile).read();
        environment.end(problems);
        return config;
    }

    private SignInConfig read(String json) {
        return read(json, Profile.PRODUCTION, Map.of());
    }

    @Test
    void isNobodysByDefault() {
        assertThat(read("{}")).isEqualTo(SignInConfig.DEFAULTS);
        assertThat(problems.all()).isEmpty();
        assertThat(SignInConfig.DEFAULTS).isEqualTo(new SignInConfig(List.of(), List.of(), null, 300, 21_600, 30));
    }

    @Test
    void hasDefaultsForAllThatIsNotADecision() {
        SignInConfig config = read("""
                {"residents": [{"issuer": "https://id.example.mo", "audience": "farol",
                                "clients": [{"azp": "app", "channel": "app"}],
                                "step_up": {"acr_values": ["strong"]}}],
                 "operators": [{"issuer": "https://staff.example.mo", "audience": "farol", "clients": ["console"]}]}
                """);

        assertThat(problems.all()).isEmpty();
        ResidentProvider resident = config.residents().getFirst();
        assertThat(resident.provider())
                .isEqualTo(new ProviderConfig(
                        "https://id.example.mo",
                        Optional.empty(),
                        "farol",
                        JwsAlgorithm.RS256,
                        TokenType.JWT,
                        "resident",
                        3600));
        assertThat(resident.stepUp()).isEqualTo(new StepUpConfig(List.of("strong"), 300));
        OperatorProvider operator = config.operators().getFirst();
        assertThat(operator.provider().scope()).isEqualTo("operator");
        assertThat(operator.rolesClaim()).containsExactly("roles");
    }

    @Test
    void mapsEveryKey(@TempDir Path directory) throws Exception {
        Path ca = Files.writeString(directory.resolve("ca.pem"), "");
        SignInConfig config = read("""
                {"root_certificate": "%s", "key_refresh_seconds": 60, "key_longest_age_seconds": 7200,
                 "start_wait_seconds": 5,
                 "residents": [{
                   "issuer": "https://id.example.mo/realms/one/", "jwks_uri": "https://keys.example.mo/one?v=2",
                   "audience": "https://api.example.mo", "algorithm": "ES256", "token_type": "at+jwt",
                   "scope": "eid", "longest_life_seconds": 600,
                   "clients": [{"azp": "one-app", "channel": "app"},
                               {"azp": "one-web", "channel": "one_account_web"},
                               {"azp": "dsi-web", "channel": "dsi_web"}],
                   "step_up": {"acr_values": ["urn:mo:strong", "urn:mo:card"], "max_age_seconds": 120}}],
                 "operators": [{
                   "issuer": "https://staff.example.mo", "jwks_uri": "https://staff.example.mo/keys",
                   "audience": "farol", "algorithm": "RS256", "token_type": "jwt", "scope": "staff",
                   "longest_life_seconds": 900, "clients": ["console", "desk"],
                   "roles_claim": "realm_access.roles"}]}
                """.formatted(ca));

        assertThat(problems.all()).isEmpty();
        ProviderConfig one = new ProviderConfig(
                "https://id.example.mo/realms/one/",
                Optional.of(URI.create("https://keys.example.mo/one?v=2")),
                "https://api.example.mo",
                JwsAlgorithm.ES256,
                TokenType.AT_JWT,
                "eid",
                600);
        ProviderConfig staff = new ProviderConfig(
                "https://staff.example.mo",
                Optional.of(URI.create("https://staff.example.mo/keys")),
                "farol",
                JwsAlgorithm.RS256,
                TokenType.JWT,
                "staff",
                900);
        List<ResidentClient> clients = List.of(
                new ResidentClient("one-app", Channel.APP),
                new ResidentClient("one-web", Channel.ONE_ACCOUNT_WEB),
                new ResidentClient("dsi-web", Channel.DSI_WEB));
        StepUpConfig stepUp = new StepUpConfig(List.of("urn:mo:strong", "urn:mo:card"), 120);
        assertThat(config)
                .isEqualTo(new SignInConfig(
                        List.of(new ResidentProvider(one, clients, stepUp)),
                        List.of(new OperatorProvider(
                                staff, List.of("console", "desk"), List.of("realm_access", "roles"))),
                        ca,
                        60,
                        7200,
                        5));
    }

    @Test
    void lettingTheEnvironmentOverrideAListedProvider() {
        SignInConfig config = read("""
                {"residents": [{"issuer": "https://id.example.mo", "audience": "farol",
                                "clients": [{"azp": "app", "channel": "app"}],
                                "step_up": {"acr_values": ["strong"]}}]}
                """, Profile.PRODUCTION, Map.of("FAROL_SIGN_IN_RESIDENTS_0_AUDIENCE", "other"));

        assertThat(problems.all()).isEmpty();
        assertThat(config.residents().getFirst().provider().audience()).isEqualTo("other");
    }

    @Test
    void takesPlainHttpInTheDemoOnly() {
        String json = """
                {"operators": [{"issuer": "http://127.0.0.1:8081/staff", "audience": "farol", "clients": ["console"]}]}
                """;

        read(json, Profile.DEMO, Map.of());
        assertThat(problems.all()).isEmpty();
        read(json);
        assertThat(problems.all())
                .containsExactly("sign_in.operators.0.issuer: must be an https URL (http in the demo profile only)");
    }

    @Test
    void reportsEveryProblemTogether() {
        read("""
                {"residents": [
                   {"issuer": "https://me@id.example.mo/?x=1", "jwks_uri": "ftp://id.example.mo/keys",
                    "audience": "app", "algorithm": "none", "token_type": "id", "scope": "a b", "colour": "red",
                    "clients": [{"azp": "app", "channel": "kiosk"}, {"azp": "app"}, "web"],
                    "step_up": {"acr_values": ["a b"], "max_age_seconds": 5}},
                   {"issuer": "https://id.example.mo", "audience": "farol", "step_up": {}}],
                 "operators": [
                   {"issuer": "https://id.example.mo", "audience": "farol", "clients": [], "roles_claim": "a..b"},
                   {"issuer": "https://id.example.mo", "audience": "farol", "clients": [{"azp": "x"}]}],
                 "key_refresh_seconds": 1, "keys": 2}
                """);

        assertThat(problems.all())
                .containsExactlyInAnyOrder(
                        "sign_in.residents.0.issuer: must have no user, query or fragment",
                        "sign_in.residents.0.jwks_uri: must be an https URL (http in the demo profile only)",
                        "sign_in.residents.0.algorithm: must be RS256 or ES256",
                        "sign_in.residents.0.token_type: must be jwt or at+jwt",
                        "sign_in.residents.0.scope: must be visible ASCII without spaces, quotes and backslashes",
                        "sign_in.residents.0.colour: is not a key that the gateway knows",
                        "sign_in.residents.0.clients.0.azp: must not be the audience: ID tokens would pass for access"
                                + " tokens",
                        "sign_in.residents.0.clients.0.channel: must be app, one_account_web or dsi_web",
                        "sign_in.residents.0.clients.1.azp: must not be the audience: ID tokens would pass for access"
                                + " tokens",
                        "sign_in.residents.0.clients.1.azp: app is listed twice",
                        "sign_in.residents.0.clients.1.channel: is missing",
                        "sign_in.residents.0.clients.2: must be a mapping",
                        "sign_in.residents.0.clients.2.azp: is missing",
                        "sign_in.residents.0.clients.2.channel: is missing",
                        "sign_in.residents.0.step_up.acr_values: must be visible ASCII without spaces, quotes and"
                                + " backslashes",
                        "sign_in.residents.0.step_up.max_age_seconds: must be a whole number from 30 to 3600",
                        "sign_in.residents.1.clients: is missing: list at least one client",
                        "sign_in.residents.1.step_up.acr_values: is missing: list at least one value of a strong"
                                + " sign-in",
                        "sign_in.operators.0.clients: is missing: list at least one client",
                        "sign_in.operators.0.roles_claim: must be the name of a claim, or names from the outermost in"
                                + " joined by dots",
                        "sign_in.operators.1.issuer: is listed twice",
                        "sign_in.operators.1.clients.0: must be a single value",
                        "sign_in.key_refresh_seconds: must be a whole number from 10 to 3600",
                        "sign_in.keys: is not a key that the gateway knows");
    }

    @Test
    void letsNoClientsTokenOpenBothApis() {
        read("""
                {"residents": [{"issuer": "https://id.example.mo", "audience": "farol",
                                "clients": [{"azp": "web", "channel": "dsi_web"}],
                                "step_up": {"acr_values": ["strong"]}}],
                 "operators": [{"issuer": "https://id.example.mo", "audience": "farol", "clients": ["console", "web"]}]}
                """);

        assertThat(problems.all())
                .containsExactly("sign_in.operators.0.clients: web is a client of residents too: one token would open"
                        + " both APIs");
    }

    @Test
    void refusesWhatIsNotAList() {
        read("""
                {"residents": {"issuer": "https://id.example.mo"}, "operators": [7]}
                """);

        assertThat(new JsonArray(problems.all()).encode())
                .contains("sign_in.residents: must be a list", "sign_in.operators.0: must be a mapping");
    }
}
