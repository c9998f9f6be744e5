package mo.farol.phone.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.testing.FakeApi;
import mo.farol.phone.testing.FakeApi.Told;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.BindingStatement;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneBinderTest {
    private static final Crypto CRYPTO = Crypto.preferred().crypto();
    private static final UUID EID = UUID.fromString("6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f");
    private static final UUID PARENT = UUID.fromString("7a2e3d4b-3333-4d4b-ae3f-1b2c3d4e5f60");
    private static final UUID CHALLENGE = UUID.fromString("3c9f0a77-4444-4b6b-8a11-2f3e4d5c6b7a");
    private static final UUID BINDING = UUID.fromString("0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00");
    private static final byte[] NONCE = new byte[32];
    private static final String EIDS = "/resident/v1/e-ids/" + EID;
    private static final String CHALLENGES = "POST " + EIDS + "/binding-challenges";
    private static final String FACE_CHECKS = "POST " + EIDS + "/face-checks";
    private static final String BINDINGS = "POST " + EIDS + "/bindings";
    private static final String NUMBERS = "POST " + EIDS + "/kiosk-numbers";
    private static final String BOUND = "{'id':'" + BINDING + "','status':'active','phone':{'name':'a','model':'b'},"
            + "'way':'face','key_level':'not_attested','bound_at':'2026-11-24T10:17:00.000+08:00'}";

    private final Wallet wallet = new Wallet(new PhoneLabel("My phone", "Example X1"), CRYPTO, new SecureRandom());
    private FakeApi api;
    private PhoneBinder binder;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        binder = new PhoneBinder(new ResidentClient(api.client("t")).binding(), wallet, KeyAttester.NONE);
        api.on(
                CHALLENGES,
                Told.json(
                        201,
                        "{'challenge':'" + CHALLENGE + "','nonce':'" + base64(NONCE)
                                + "','key_id':'80f1e2d3c4b5a697','expires':'x','face_allowed':true}"));
        api.on(
                FACE_CHECKS,
                Told.json(201, "{'check':'c-1','capture_url':'" + api.address() + "/captures/c-1','expires':'x'}"));
        api.on("POST /captures/c-1", Told.json(200, "{'assertion':'e.y.J'}"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void bindsByAFaceWithAKeyThatSignedExactlyTheStatement() throws Exception {
        api.on(BINDINGS, Told.json(201, "{'binding':" + BOUND + ",'receipt':" + receipt("bound") + "}"));
        ApiAnswer<Receipt> answer = binder.byFace(EID, Optional.empty(), camera());
        assertThat(answer.orFail("binding").act()).isEqualTo("bound");

        JsonNode asked = api.bodyOf(CHALLENGES);
        assertThat(asked.path("phone").path("model").asText()).isEqualTo("Example X1");
        assertThat(asked.has("guardian")).isFalse();
        assertThat(api.bodyOf("POST /captures/c-1").toString())
                .contains("\"face\":\"" + EID + "\"")
                .contains("\"live\":true");
        JsonNode sent = api.bodyOf(BINDINGS);
        assertThat(sent.path("face_assertion").asText()).isEqualTo("e.y.J");
        assertThat(sent.has("attestation")).isFalse();
        assertThat(signed(asked, sent)).isTrue();

        HeldEid held = wallet.held(EID).orElseThrow();
        assertThat(held.binding()).isEqualTo(BINDING);
        assertThat(held.keyId()).isEqualTo(new BindingKeyId(0x80f1e2d3c4b5a697L));
        assertThat(held.bound(CRYPTO).key().publicKey()).isEqualTo(key(asked));
        assertThat(wallet.pending()).isEmpty();
    }

    @Test
    void namesTheGuardianOfAMinorAndShowsTheAttestationOfAPhoneThatHasOne() throws Exception {
        api.on(BINDINGS, Told.json(201, "{'binding':" + BOUND + ",'receipt':" + receipt("bound") + "}"));
        KeyAttester hardware = (nonce, key) -> List.of(Base64.getEncoder().encodeToString(key.point()));
        new PhoneBinder(new ResidentClient(api.client("t")).binding(), wallet, hardware)
                .byFace(EID, Optional.of(PARENT), camera());
        assertThat(api.bodyOf(CHALLENGES).path("guardian").asText()).isEqualTo(PARENT.toString());
        byte[] shown = Base64.getDecoder()
                .decode(api.bodyOf(BINDINGS).path("attestation").path(0).asText());
        assertThat(shown).isEqualTo(key(api.bodyOf(CHALLENGES)).point());
    }

    @Test
    void throwsTheKeyAwayWhenItWasNotBound() throws Exception {
        api.on(BINDINGS, Told.problem(403, "face_not_matched"));
        assertThat(binder.byFace(EID, Optional.empty(), camera()).refusal()).contains("face_not_matched");
        assertThat(wallet.held()).isEmpty();
        assertThat(wallet.pending()).isEmpty();
    }

    @Test
    void doesNotShowAFaceWhenAKioskIsRequired() throws Exception {
        try (FakeApi strict = new FakeApi()) {
            strict.on(
                            CHALLENGES,
                            Told.json(
                                    201,
                                    "{'challenge':'" + CHALLENGE + "','nonce':'" + base64(NONCE)
                                            + "','key_id':'0000000000000001','expires':'x','face_allowed':false}"))
                    .on(FACE_CHECKS, Told.problem(409, "kiosk_required"));
            PhoneBinder twin =
                    new PhoneBinder(new ResidentClient(strict.client("t")).binding(), wallet, KeyAttester.NONE);
            FaceCamera neverUsed = url -> {
                throw new AssertionError("nobody may be photographed");
            };
            assertThat(twin.byFace(EID, Optional.empty(), neverUsed).refusal()).contains("kiosk_required");
        }
    }

    @Test
    void keepsTheKeyWhileTheOutcomeIsNotKnown() {
        FaceCamera broken = url -> {
            throw new IOException("no network");
        };
        assertThatThrownBy(() -> binder.byFace(EID, Optional.empty(), broken)).hasMessage("no network");
        assertThat(wallet.pending()).hasSize(1);
    }

    @Test
    void holdsTheEidOnceItsNumberWasUsedAtAKiosk() throws Exception {
        api.on(NUMBERS, Told.json(201, "{'number':'40718365','expires':'x'}"));
        String state = "GET " + EIDS + "/kiosk-numbers/" + CHALLENGE;
        api.on(state, Told.json(200, "{'state':'waiting','expires':'x'}"))
                .on(state, Told.json(200, "{'state':'used','expires':'x'}"));
        api.on(
                "GET " + EIDS + "/bindings",
                Told.json(200, "{'bindings':[" + BOUND.replace("active", "superseded") + "," + BOUND + "]}"));
        ResidentClient account = new ResidentClient(api.client("t"));

        PendingKey key = binder.begin(EID, Optional.empty()).orFail("a challenge");
        assertThat(binder.kioskNumber(key).orFail("a number").number()).isEqualTo("40718365");
        assertThat(signed(api.bodyOf(CHALLENGES), api.bodyOf(NUMBERS))).isTrue();
        assertThat(binder.afterKiosk(key, account).orFail("its state").isUsed()).isFalse();
        assertThat(wallet.held()).isEmpty();
        assertThat(binder.afterKiosk(key, account).orFail("its state").isUsed()).isTrue();
        assertThat(wallet.held(EID).orElseThrow().binding()).isEqualTo(BINDING);
    }

    private StandInCamera camera() {
        return new StandInCamera(api.transport(), EID, true);
    }

    private static boolean signed(JsonNode challengeRequest, JsonNode request) {
        BindingPublicKey key = key(challengeRequest);
        byte[] statement = BindingStatement.bytes(CHALLENGE, NONCE, EID, new BindingKeyId(0x80f1e2d3c4b5a697L), key);
        return CRYPTO.verify(
                key,
                statement,
                Base64.getUrlDecoder().decode(request.path("signature").asText()));
    }

    private static BindingPublicKey key(JsonNode challengeRequest) {
        return BindingPublicKey.of(Base64.getUrlDecoder()
                .decode(challengeRequest.path("public_key").asText()));
    }

    private static String receipt(String act) {
        return "{'id':'0192f3c0-7a2b-7c3d-8e4f-5a6b7c8d9e0f','at':'2026-11-24T10:17:00.000+08:00','act':'" + act
                + "','channel':'app','e_id':'" + EID + "','binding':'" + BINDING + "'}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
