package mo.farol.server.proof.assertion;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.registry.IdNumber;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.keys.Digests;
import mo.farol.server.proof.KioskAssertions;
import mo.farol.server.proof.ProofRefused;

/**
 * Kiosk assertions as compact JWS. Beside the envelope: {@code sub} is the terminal's client id, {@code purpose} is
 * {@code kiosk-bind}, {@code id_number} the number on the card that was read, {@code fingerprint} is {@code matched} or
 * {@code not_matched}, {@code number_hash} base64url SHA-256 of the eight digits typed.
 */
public final class SignedKioskAssertions implements KioskAssertions {
    private static final String PURPOSE = "kiosk-bind";

    private final AssertionReader reader;
    private final Eids eids;

    public SignedKioskAssertions(AssertionReader reader, Eids eids) {
        this.reader = reader;
        this.eids = eids;
    }

    @Override
    public Future<KioskCheck> read(String compactJws, String kiosk, String number) {
        return reader.read(compactJws).compose(envelope -> check(envelope, kiosk, number));
    }

    private Future<KioskCheck> check(Envelope envelope, String kiosk, String number) {
        try {
            StrictClaims claims = envelope.claims();
            boolean matched = fingerprint(claims);
            boolean meant = claims.text("purpose").equals(PURPOSE)
                    & claims.text("sub").equals(kiosk)
                    & isHashOf(claims.text("number_hash"), number);
            Optional<IdNumber> card = IdNumber.parse(claims.text("id_number"));
            if (!meant) {
                return Future.failedFuture(new ProofRefused(BindingRefusal.ASSERTION_MISMATCH));
            }
            return card.map(eids::rowOf)
                    .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                    .map(row -> new KioskCheck(row.orElse(0L), matched, envelope.id(), envelope.expires()));
        } catch (NotAccepted e) {
            return AssertionReader.refused(e);
        }
    }

    private static boolean fingerprint(StrictClaims claims) throws NotAccepted {
        return switch (claims.text("fingerprint")) {
            case "matched" -> true;
            case "not_matched" -> false;
            default -> throw new NotAccepted("fingerprint must be matched or not_matched");
        };
    }

    private static boolean isHashOf(String claimed, String number) {
        byte[] hash = Digests.sha256(number.getBytes(StandardCharsets.UTF_8));
        byte[] expected = Base64.getUrlEncoder().withoutPadding().encode(hash);
        return MessageDigest.isEqual(claimed.getBytes(StandardCharsets.UTF_8), expected);
    }
}
