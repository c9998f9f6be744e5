package mo.farol.server.proof.assertion;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.jws.PublicJwk;
import mo.farol.server.jws.VerifyingKey;
import mo.farol.server.testing.FakeEids;
import mo.farol.server.testing.Signer;
import mo.farol.token.crypto.Crypto;

/** Two providers, one by ES256 and one by RS256, a clock, and one person. */
final class AssertionWorld {
    static final String AUDIENCE = "https://gateway.example.mo";
    static final String PROVIDER = "https://face.example.mo";
    static final String RSA_PROVIDER = "https://other.example.mo";
    static final UUID PERSON = UUID.fromString("0198f0a0-0000-7000-8000-000000000001");
    static final String NUMBER = "1234567(8)";
    static final long ROW = 42;

    final Signer signer = Signer.es256("key-1");
    final Signer rsa = Signer.rs256("key-2");
    final FakeEids eids = new FakeEids();
    Instant now = Instant.parse("2026-11-24T04:00:00Z");
    boolean timeKnown = true;
    boolean keysKnown = true;

    AssertionWorld() {
        eids.add(ROW, PERSON, NUMBER);
    }

    AssertionReader reader() {
        return new AssertionReader(
                Map.of(
                        PROVIDER, new Provider(JwsAlgorithm.ES256, kid -> key(signer, JwsAlgorithm.ES256, kid)),
                        RSA_PROVIDER, new Provider(JwsAlgorithm.RS256, kid -> key(rsa, JwsAlgorithm.RS256, kid))),
                AUDIENCE,
                Duration.ofMinutes(3),
                this::millis,
                Crypto.preferred().crypto());
    }

    private long millis() throws DatabaseTime.UncertainTime {
        if (!timeKnown) {
            throw new DatabaseTime.UncertainTime();
        }
        return now.toEpochMilli();
    }

    private Future<Optional<VerifyingKey>> key(Signer of, JwsAlgorithm algorithm, String kid) {
        if (!keysKnown) {
            return Future.failedFuture(new IllegalStateException("too old, for the test"));
        }
        if (!kid.equals(of.key().getKeyID())) {
            return Future.succeededFuture(Optional.empty());
        }
        try {
            String jwk = of.key().toPublicJWK().toJSONString();
            return Future.succeededFuture(Optional.of(
                    PublicJwk.read(new com.fasterxml.jackson.databind.ObjectMapper().readTree(jwk), algorithm)));
        } catch (NotAccepted | com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What face and kiosk assertions have in common, right in every way. */
    JsonObject envelope() {
        return new JsonObject()
                .put("iss", PROVIDER)
                .put("aud", AUDIENCE)
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + 120);
    }
}
