package mo.farol.server.verification;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.server.http.FreeText;
import mo.farol.server.http.RequestRefused;
import mo.farol.token.Nonce;
import org.jspecify.annotations.Nullable;

/** From the bytes of a body to the question they ask, or to the problem with them. */
final class RequestReader {
    private static final int LONGEST_PURPOSE = 100;
    private static final int LONGEST_STAFF = 128;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_LANE = 64;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_FIELDS = 64;

    private RequestReader() {}

    static VerificationRequest read(TerminalIdentity terminal, String idempotencyKey, byte[] body)
            throws RequestRefused {
        mo.farol.api.verification.VerificationRequest json = json(body);
        return new VerificationRequest(
                terminal,
                idempotencyKey,
                sha256(body),
                json.code(),
                FreeText.required(json.purpose(), LONGEST_PURPOSE),
                fields(json.fields()),
                challenge(json.challenge()),
                FreeText.optional(json.staff(), LONGEST_STAFF),
                FreeText.optional(json.place(), LONGEST_PLACE),
                FreeText.optional(json.lane(), LONGEST_LANE),
                FreeText.optional(json.reason(), LONGEST_REASON));
    }

    private static mo.farol.api.verification.VerificationRequest json(byte[] body) throws RequestRefused {
        try {
            var json = StrictJson.read(body, mo.farol.api.verification.VerificationRequest.class);
            // An explicit null passes as a value; what the text of a code is, the chain says.
            if (json.code() == null) {
                throw refused();
            }
            return json;
        } catch (InvalidJson e) {
            throw refused();
        }
    }

    private static @Nullable FieldSet fields(@Nullable List<@Nullable String> names) throws RequestRefused {
        if (names == null) {
            return null;
        }
        if (names.size() > MOST_FIELDS) {
            throw refused();
        }
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            if (name == null) {
                throw refused();
            }
            fields.add(Field.byWireName(name).orElseThrow(RequestReader::refused));
        }
        return FieldSet.of(fields);
    }

    private static @Nullable Nonce challenge(@Nullable String text) throws RequestRefused {
        if (text == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            boolean canonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(text);
            if (bytes.length == Nonce.LENGTH && canonical) {
                return Nonce.of(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        throw refused();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static RequestRefused refused() {
        return new RequestRefused(ProblemCode.INVALID_REQUEST);
    }
}
