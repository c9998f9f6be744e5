package mo.farol.server.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.api.verification.ReceiptView;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import org.junit.jupiter.api.Test;

class ReceiptSignerTest {
    private static final UUID ID = UUID.fromString("019abcde-0000-7000-8000-000000000001");
    private static final String BYTES = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final ReceiptSigner signer = new ReceiptSigner("https://gateway.example", (type, payload) -> {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = "{\"alg\":\"ES256\",\"typ\":\"" + type + "\"}";
        return base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + base64.encodeToString(payload)
                + ".c2ln";
    });

    private static RecordedEntry entry(String outcome, String code) {
        byte[] hash = new byte[32];
        hash[0] = 1;
        return new RecordedEntry(
                ID,
                Instant.parse("2026-11-24T02:03:04.005Z"),
                "Banco Sintético",
                "bank-1",
                "account.open",
                5,
                FieldSet.of(Field.ID_NUMBER, Field.SURNAME_PT),
                outcome,
                code.isEmpty() ? null : code,
                hash,
                hash);
    }

    @Test
    void statesWhatTheRecordSaysAndNoValue() throws Exception {
        JWSObject jws = JWSObject.parse(signer.sign(entry("verified", "")).jws());

        assertThat(jws.getHeader().getType().getType()).isEqualTo("farol-receipt+jws");
        Map<String, Object> claims = jws.getPayload().toJSONObject();
        assertThat(claims)
                .containsOnlyKeys(
                        "iss",
                        "id",
                        "at",
                        "institution",
                        "terminal",
                        "purpose",
                        "policy_version",
                        "released",
                        "outcome",
                        "request_hash",
                        "leaf_hash")
                .containsEntry("iss", "https://gateway.example")
                .containsEntry("id", ID.toString())
                .containsEntry("at", "2026-11-24T10:03:04.005+08:00")
                .containsEntry("institution", "Banco Sintético")
                .containsEntry("policy_version", 5L)
                .containsEntry("released", List.of("surname_pt", "id_number"))
                .containsEntry("request_hash", BYTES)
                .containsEntry("leaf_hash", BYTES);
    }

    @Test
    void saysWhyWhenTheCodeWasRefused() throws Exception {
        JWSObject jws =
                JWSObject.parse(signer.sign(entry("refused", "already_used")).jws());

        assertThat(jws.getPayload().toJSONObject())
                .containsEntry("outcome", "refused")
                .containsEntry("code", "already_used");
    }

    @Test
    void isShownWithTheSameContents() {
        ReceiptView view = signer.view(entry("verified", ""));

        assertThat(view.id()).isEqualTo(ID.toString());
        assertThat(view.at()).isEqualTo("2026-11-24T10:03:04.005+08:00");
        assertThat(view.released()).containsExactly("surname_pt", "id_number");
        assertThat(view.code()).isNull();
        assertThat(view.requestHash()).isEqualTo(BYTES);
    }
}
