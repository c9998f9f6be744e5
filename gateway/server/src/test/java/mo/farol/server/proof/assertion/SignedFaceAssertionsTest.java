package mo.farol.server.proof.assertion;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.proof.ProofRefused;
import mo.farol.server.testing.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignedFaceAssertionsTest {
    private static final UUID CHALLENGE = UUID.fromString("0198f0a0-0000-7000-8000-0000000000c1");

    private final AssertionWorld world = new AssertionWorld();
    private final SignedFaceAssertions assertions = new SignedFaceAssertions(world.reader(), world.eids);

    private JsonObject claims() {
        return world.envelope()
                .put("sub", AssertionWorld.PERSON.toString())
                .put("challenge", CHALLENGE.toString())
                .put("purpose", "bind")
                .put("liveness", 0.97)
                .put("likeness", 1);
    }

    private String with(Consumer<JsonObject> change) {
        JsonObject claims = claims();
        change.accept(claims);
        return world.signer.sign(claims);
    }

    private FaceCheck read(String jws) {
        return await(assertions.read(jws));
    }

    private void assertRefused(String jws) {
        assertThatThrownBy(() -> read(jws))
                .cause()
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(BindingRefusal.ASSERTION_INVALID));
    }

    @Test
    void readsWhatTheProviderStated() {
        FaceCheck check = read(world.signer.sign(claims()));

        assertThat(check.person()).isEqualTo(AssertionWorld.ROW);
        assertThat(check.challenge()).isEqualTo(CHALLENGE);
        assertThat(check.purpose()).isEqualTo("bind");
        assertThat(check.liveness()).isEqualTo(0.97);
        assertThat(check.likeness()).isEqualTo(1.0);
        assertThat(check.expires()).isEqualTo(world.now.plusSeconds(120));
        assertThat(check.id()).hasSize(32);
    }

    @Test
    void readsAnAssertionByRs256FromTheProviderWhoSignsSo() {
        String jws = world.rsa.sign(claims().put("iss", AssertionWorld.RSA_PROVIDER));

        assertThat(read(jws).person()).isEqualTo(AssertionWorld.ROW);
    }

    @Test
    void remembersAnAssertionByIssuerAndJtiAndNothingElse() {
        byte[] first = read(with(claims -> claims.put("jti", "one"))).id();

        assertThat(read(with(claims -> claims.put("jti", "one").put("liveness", 0.1)))
                        .id())
                .isEqualTo(first);
        assertThat(read(with(claims -> claims.put("jti", "two"))).id()).isNotEqualTo(first);
        assertThat(read(world.rsa.sign(
                                claims().put("iss", AssertionWorld.RSA_PROVIDER).put("jti", "one")))
                        .id())
                .isNotEqualTo(first);
        assertThat(AssertionId.of("ab", "c")).isNotEqualTo(AssertionId.of("a", "bc"));
    }

    @Test
    void namesNobodyForAHandleThatIsNotKnown() {
        assertThat(read(with(claims -> claims.put("sub", UUID.randomUUID().toString())))
                        .person())
                .isZero();
    }

    @Test
    void leavesPurposeAndChallengeToWhoeverKnowsThem() {
        assertThat(read(with(claims -> claims.put("purpose", "look"))).purpose())
                .isEqualTo("look");
    }

    @Test
    void endsWhenTheAssertionIsTooOldThoughItSaysLater() {
        FaceCheck check = read(with(claims -> claims.put("exp", world.now.getEpochSecond() + 300)));

        assertThat(check.expires()).isEqualTo(world.now.plusSeconds(180));
    }

    private static Arguments wrong(String name, Consumer<JsonObject> change) {
        return Arguments.of(name, change);
    }

    static Stream<Arguments> wrongClaims() {
        long now = new AssertionWorld().now.getEpochSecond();
        return Stream.of(
                wrong("another audience", claims -> claims.put("aud", "https://gateway.example.com")),
                wrong("audience with a slash", claims -> claims.put("aud", AssertionWorld.AUDIENCE + "/")),
                wrong("several audiences", claims -> claims.put("aud", new JsonArray().add(AssertionWorld.AUDIENCE))),
                wrong("no audience", claims -> claims.remove("aud")),
                wrong("another issuer", claims -> claims.put("iss", "https://evil.example.mo")),
                wrong("the other provider", claims -> claims.put("iss", AssertionWorld.RSA_PROVIDER)),
                wrong("no issuer", claims -> claims.remove("iss")),
                wrong("expired", claims -> claims.put("iat", now - 100).put("exp", now)),
                wrong("too old", claims -> claims.put("iat", now - 181).put("exp", now + 60)),
                wrong("dated ahead", claims -> claims.put("iat", now + 11).put("exp", now + 60)),
                wrong("not before", claims -> claims.put("nbf", now + 11)),
                wrong("too long a life", claims -> claims.put("exp", now + 301)),
                wrong(
                        "ends before it begins",
                        claims -> claims.put("iat", now + 5).put("exp", now + 5)),
                wrong("no iat", claims -> claims.remove("iat")),
                wrong("no exp", claims -> claims.remove("exp")),
                wrong("exp as text", claims -> claims.put("exp", Long.toString(now + 60))),
                wrong("exp with a fraction", claims -> claims.put("exp", now + 60.5)),
                wrong("exp beyond all bounds", claims -> claims.put("exp", Long.MAX_VALUE)),
                wrong("no jti", claims -> claims.remove("jti")),
                wrong("empty jti", claims -> claims.put("jti", "")),
                wrong("jti as number", claims -> claims.put("jti", 7)),
                wrong("endless jti", claims -> claims.put("jti", "x".repeat(257))),
                wrong("no sub", claims -> claims.remove("sub")),
                wrong("sub is no handle", claims -> claims.put("sub", "somebody")),
                wrong("sub in capitals", claims -> claims.put("sub", "0198F0A0-0000-7000-8000-00000000000A")),
                wrong("sub cut short", claims -> claims.put("sub", "1-1-1-1-1")),
                wrong("challenge is no id", claims -> claims.put("challenge", "c1")),
                wrong("no challenge", claims -> claims.remove("challenge")),
                wrong("no purpose", claims -> claims.remove("purpose")),
                wrong("purpose as list", claims -> claims.put("purpose", new JsonArray().add("bind"))),
                wrong("no liveness", claims -> claims.remove("liveness")),
                wrong("liveness as text", claims -> claims.put("liveness", "0.99")),
                wrong("liveness as truth", claims -> claims.put("liveness", true)),
                wrong("liveness above one", claims -> claims.put("liveness", 1.0001)),
                wrong("liveness below nothing", claims -> claims.put("liveness", -0.1)),
                wrong("likeness of a thousand", claims -> claims.put("likeness", 1000)),
                wrong("no likeness", claims -> claims.putNull("likeness")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void refuses(String name, Consumer<JsonObject> change) {
        assertRefused(with(change));
    }

    @Test
    void refusesDuplicateNamesAndWhatIsNoObject() {
        String twice = claims().encode().replaceFirst("\\{", "{\"liveness\":1,");

        assertRefused(world.signer.sign(twice));
        assertRefused(world.signer.sign("[]"));
        assertRefused(world.signer.sign("liveness"));
        assertRefused(world.signer.sign(claims().encode() + " {}"));
    }

    @Test
    void refusesAnotherKeyAndAnotherKeyId() {
        assertRefused(Signer.es256("key-1").sign(claims()));
        assertRefused(world.signer.sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key-9").build(), claims().encode()));
        assertRefused(world.signer.sign(new JWSHeader(JWSAlgorithm.ES256), claims().encode()));
    }

    @Test
    void refusesTheAlgorithmThatTheProviderDoesNotUse() {
        assertRefused(world.rsa.sign(claims()));
        assertRefused(world.signer.sign(claims().put("iss", AssertionWorld.RSA_PROVIDER)));
    }

    @Test
    void refusesAKeyThatTheAssertionBringsAlong() {
        Signer own = Signer.es256("key-1");
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("key-1")
                .jwk(own.key().toPublicJWK())
                .build();

        assertRefused(own.sign(header, claims().encode()));
    }

    @Test
    void refusesEveryChangedCharacter() {
        String jws = world.signer.sign(claims());

        for (int i = 0; i < jws.length(); i += 3) {
            char other = jws.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(jws.substring(0, i) + other + jws.substring(i + 1));
        }
        assertRefused("");
        assertRefused("..");
        assertRefused(jws + ".");
        assertRefused(jws + "A".repeat(10_000));
    }

    @Test
    void saysThatItCannotTellWhenTimeKeysOrPeopleCannotBeHad() {
        String jws = world.signer.sign(claims());

        world.timeKnown = false;
        assertThatThrownBy(() -> read(jws)).hasCauseInstanceOf(ArbiterUnreachable.class);
        world.timeKnown = true;
        world.keysKnown = false;
        assertThatThrownBy(() -> read(jws)).hasCauseInstanceOf(ArbiterUnreachable.class);
        world.keysKnown = true;
        world.eids.unreachable = true;
        assertThatThrownBy(() -> read(jws)).hasCauseInstanceOf(ArbiterUnreachable.class);
        world.eids.unreachable = false;
        assertThat(read(jws).person()).isEqualTo(AssertionWorld.ROW);
    }

    @Test
    void goesByTheDatabasesClock() {
        String jws = world.signer.sign(claims());
        world.now = world.now.minus(Duration.ofHours(1));
        assertRefused(jws);
        world.now = world.now.plus(Duration.ofHours(2));
        assertRefused(jws);
    }
}
