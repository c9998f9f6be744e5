package mo.farol.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperatorSignInTest {
    private static TestProvider provider;
    private static SignInRig rig;
    private static Tokens tokens;
    private static Tokens residents;

    @BeforeAll
    static void start() {
        JWK key = Tokens.rsa("rsa-1");
        provider = new TestProvider();
        provider.publish(key);
        rig = new SignInRig(
                TestConfig.of(
                        List.of(TestConfig.residents(provider.issuer())),
                        List.of(TestConfig.operators(provider.issuer()))),
                Duration.ofMillis(50));
        tokens = new Tokens(provider.issuer(), key, rig.time, "console", "operator");
        residents = new Tokens(provider.issuer(), key, rig.time, "one-app", "resident");
        rig.accounts.link(provider.issuer(), "person-1", 41);
    }

    @AfterAll
    static void stop() {
        rig.close();
        provider.close();
    }

    private static String withRoles(Object... roles) {
        return tokens.with(claims -> claims.put("realm_access", Map.of("roles", new JsonArray(List.of(roles)))));
    }

    private static JsonObject me(String token) throws Exception {
        HttpResponse<String> answer = rig.get(SignInRig.OPERATOR, token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return SignInRig.json(answer);
    }

    @Test
    void hasTheRolesThatTheConfiguredClaimLists() throws Exception {
        assertThat(me(withRoles("counter_officer", "auditor", "offline_access", "COUNTER_OFFICER"))
                        .getJsonArray("roles"))
                .isEqualTo(new JsonArray(List.of("auditor", "counter_officer")));
        assertThat(me(tokens.right()).getJsonArray("roles")).isEmpty();
        assertThat(me(tokens.with(claims -> claims.put("roles", List.of("auditor"))))
                        .getJsonArray("roles"))
                .isEmpty();
        assertThat(me(tokens.with(claims -> claims.put("realm_access", Map.of("roles", "auditor"))))
                        .getJsonArray("roles"))
                .isEmpty();
    }

    @Test
    void needsTheRoleThatTheRouteAsksFor() throws Exception {
        assertThat(rig.get(SignInRig.REGISTRY, withRoles("registry_officer")).statusCode())
                .isEqualTo(200);
        assertThat(SignInRig.code(rig.get(SignInRig.REGISTRY, withRoles("counter_officer", "auditor"))))
                .isEqualTo("403 role_required");
        assertThat(SignInRig.code(rig.get(SignInRig.REGISTRY, tokens.right()))).isEqualTo("403 role_required");
    }

    @Test
    void isNamedByAPseudonymThatIsAlwaysTheSameAndSaysNothing() throws Exception {
        String pseudonym = me(withRoles("auditor")).getString("pseudonym");

        assertThat(pseudonym).matches("op-[A-Za-z0-9_-]{22}").doesNotContain("person-1");
        assertThat(me(tokens.with(claims -> claims.put("sid", "sign-in-2"))).getString("pseudonym"))
                .isEqualTo(pseudonym);
        assertThat(me(tokens.with(claims -> claims.put("sub", "person-2"))).getString("pseudonym"))
                .isNotEqualTo(pseudonym);
    }

    @Test
    void isNoResidentAndNoResidentIsAnOperator() throws Exception {
        assertThat(SignInRig.code(rig.get(SignInRig.OPERATOR, residents.right())))
                .isEqualTo("401 invalid_token");
        assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, tokens.right()))).isEqualTo("401 invalid_token");
        String neither = tokens.with(claims -> claims.put("scope", "resident"));
        assertThat(SignInRig.code(rig.get(SignInRig.OPERATOR, neither))).isEqualTo("403 insufficient_scope");
        assertThat(SignInRig.code(rig.getWith(SignInRig.OPERATOR))).isEqualTo("401 invalid_token");
    }

    @Test
    void isRefusedWithRolesThatAreNotTexts() throws Exception {
        assertThat(SignInRig.code(rig.get(SignInRig.OPERATOR, withRoles("auditor", 7))))
                .isEqualTo("401 invalid_token");
    }
}
