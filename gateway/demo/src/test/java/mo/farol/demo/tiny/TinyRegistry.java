package mo.farol.demo.tiny;

import static java.util.Objects.requireNonNull;
import static mo.farol.demo.tiny.TinyGateway.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import mo.farol.demo.tiny.TinyGateway.Answer;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.BindingStatement;
import mo.farol.token.crypto.Crypto;

/** The rules of binding, as far as the demo's people meet them. Safe for use by many threads. */
public final class TinyRegistry {
    private static final Crypto CRYPTO = Crypto.preferred().crypto();

    /** {@code issuer|subject} of every account, and the e-ID it is linked to. */
    public final Map<String, String> accounts = new HashMap<>();
    /** {@code minor|guardian} of everybody who may act for a child. */
    public final Set<String> guardians = new HashSet<>();
    /** E-IDs, and by what way each is bound. */
    public final Map<String, String> ways = new HashMap<>();

    public final List<String> terminals = new ArrayList<>();

    private final Map<String, JsonNode> people = new HashMap<>();
    private final Map<String, Asked> challenges = new HashMap<>();
    private final Map<String, Asked> numbers = new HashMap<>();
    private final Map<String, String> live = new HashMap<>();
    private final Random random = new Random(1);

    synchronized Answer byOfficer(String what, JsonNode body) {
        switch (what) {
            case "synthetic-residents" -> {
                List<String> eids = new ArrayList<>();
                for (JsonNode person : body.path("residents")) {
                    String eid = UUID.randomUUID().toString();
                    people.put(eid, person);
                    eids.add(eid);
                }
                return new Answer(201, Map.of("e_ids", eids));
            }
            case "account-links" -> {
                String account = body.path("issuer").asText() + "|"
                        + body.path("subject").asText();
                accounts.put(account, body.path("e_id").asText());
                return new Answer(200, Map.of("e_id", body.path("e_id").asText()));
            }
            case "guardianship-events" -> {
                guardians.add(body.path("minor").asText() + "|"
                        + body.path("guardian").asText());
                return receipt("guardian_granted", body.path("minor").asText());
            }
            case "terminals" -> {
                terminals.add(body.path("name").asText());
                return new Answer(
                        201,
                        Map.of(
                                "name",
                                body.path("name").asText(),
                                "institution",
                                "i",
                                "means",
                                "m",
                                "suspended",
                                false));
            }
            default -> {
                return problem(404, "not_found");
            }
        }
    }

    synchronized Answer eids(JWTClaimsSet token) throws ParseException {
        String eid = own(token);
        Map<String, Object> shown = new HashMap<>(Map.of(
                "id",
                eid,
                "self",
                true,
                "minor",
                false,
                "multiple",
                false,
                "card",
                Map.of("status", "in_force"),
                "guardians",
                List.of()));
        if (live.containsKey(eid)) {
            shown.put("binding", binding(eid));
        }
        return new Answer(200, Map.of("e_ids", List.of(shown)));
    }

    synchronized Answer bindings(JWTClaimsSet token, String eid) throws ParseException {
        return own(token).equals(eid) && live.containsKey(eid)
                ? new Answer(200, Map.of("bindings", List.of(binding(eid))))
                : problem(404, "not_found");
    }

    synchronized Answer challenge(JWTClaimsSet token, String eid, JsonNode body) throws ParseException {
        if (!own(token).equals(eid)) {
            return problem(404, "not_found");
        }
        String actor = body.path("guardian").asText(eid);
        boolean minor = guardians.stream().anyMatch(each -> each.startsWith(eid + "|"));
        if (minor ? !guardians.contains(eid + "|" + actor) : !actor.equals(eid)) {
            return problem(403, "no_authority");
        }
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        long keyId = random.nextLong();
        String id = UUID.randomUUID().toString();
        challenges.put(
                id,
                new Asked(
                        eid,
                        actor,
                        nonce,
                        new BindingKeyId(keyId),
                        BindingPublicKey.of(Base64.getUrlDecoder()
                                .decode(body.path("public_key").asText()))));
        return new Answer(
                201,
                Map.of(
                        "challenge",
                        id,
                        "nonce",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(nonce),
                        "key_id",
                        HexFormat.of().toHexDigits(keyId),
                        "expires",
                        "x",
                        "face_allowed",
                        !isTwin(actor)));
    }

    /** Whose face is to be compared; empty when a kiosk is required. */
    synchronized String subjectOf(String challenge) {
        String actor = asked(challenge).actor();
        return isTwin(actor) ? "" : actor;
    }

    synchronized Answer bind(String eid, JsonNode body, JWTClaimsSet assertion) throws ParseException {
        Asked asked = asked(body.path("challenge").asText());
        if (!isSigned(asked, body)) {
            return problem(422, "signature_invalid");
        }
        if (!assertion.getSubject().equals(asked.actor()) || assertion.getDoubleClaim("likeness") < 0.9) {
            return problem(403, "face_not_matched");
        }
        bound(asked, asked.actor().equals(eid) ? "face" : "guardian_face");
        Map<String, Object> done = new HashMap<>(Map.of("binding", binding(eid)));
        done.put("receipt", receiptOf("bound", eid));
        return new Answer(201, done);
    }

    synchronized Answer number(String eid, JsonNode body) {
        Asked asked = asked(body.path("challenge").asText());
        if (!isSigned(asked, body)) {
            return problem(422, "signature_invalid");
        }
        String number = String.format(java.util.Locale.ROOT, "%08d", numbers.size() + 1);
        numbers.put(number, asked);
        return new Answer(201, Map.of("number", number, "expires", "x"));
    }

    synchronized Answer numberState(String challenge) {
        Asked asked = asked(challenge);
        return new Answer(200, Map.of("state", live.containsKey(asked.eid()) ? "used" : "waiting", "expires", "x"));
    }

    synchronized Answer atKiosk(String number, JWTClaimsSet assertion) throws ParseException {
        Asked asked = numbers.get(number);
        String card = assertion.getStringClaim("id_number");
        if (asked == null
                || !requireNonNull(people.get(asked.actor()))
                        .at("/fields/id_number")
                        .asText()
                        .equals(card)) {
            return problem(404, "kiosk_number_unknown");
        }
        bound(asked, asked.actor().equals(asked.eid()) ? "kiosk" : "guardian_kiosk");
        return receipt("bound", asked.eid());
    }

    private void bound(Asked asked, String way) {
        live.put(asked.eid(), UUID.randomUUID().toString());
        ways.put(asked.eid(), way);
    }

    private static boolean isSigned(Asked asked, JsonNode body) {
        byte[] statement = BindingStatement.bytes(
                UUID.fromString(body.path("challenge").asText()),
                asked.nonce(),
                UUID.fromString(asked.eid()),
                asked.keyId(),
                asked.key());
        return CRYPTO.verify(
                asked.key(),
                statement,
                Base64.getUrlDecoder().decode(body.path("signature").asText()));
    }

    private Asked asked(String challenge) {
        Asked asked = challenges.get(challenge);
        if (asked == null) {
            throw new IllegalArgumentException("no such challenge");
        }
        return asked;
    }

    private boolean isTwin(String eid) {
        return requireNonNull(people.get(eid)).path("multiple").asBoolean();
    }

    private String own(JWTClaimsSet token) {
        return accounts.getOrDefault(token.getIssuer() + "|" + token.getSubject(), "nobody");
    }

    private Map<String, Object> binding(String eid) {
        return Map.of(
                "id",
                String.valueOf(live.get(eid)),
                "status",
                "active",
                "phone",
                Map.of("name", "n", "model", "m"),
                "way",
                String.valueOf(ways.get(eid)),
                "key_level",
                "not_attested",
                "bound_at",
                "x");
    }

    private static Answer receipt(String act, String eid) {
        return new Answer(200, Map.of("receipt", receiptOf(act, eid)));
    }

    private static Map<String, Object> receiptOf(String act, String eid) {
        return Map.of("id", UUID.randomUUID().toString(), "at", "x", "act", act, "channel", "app", "e_id", eid);
    }

    private record Asked(String eid, String actor, byte[] nonce, BindingKeyId keyId, BindingPublicKey key) {}
}
