package mo.farol.server.receipt;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.ReceiptView;
import mo.farol.api.verification.SignedReceipt;
import mo.farol.core.accesslog.RecordedEntry;

/** Signs what an access record says: compact JWS (RFC 7515), ES256, by a key of the gateway's published set. */
public final class ReceiptSigner {
    /** The {@code typ} of the signature's header, so that no other statement of ours passes for a receipt. */
    public static final String TYPE = "farol-receipt+jws";

    private static final ZoneOffset MACAU = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final String issuer;
    private final Jws jws;

    /** @param issuer the gateway's issuer, stated in every receipt */
    public ReceiptSigner(String issuer, Jws jws) {
        this.issuer = issuer;
        this.jws = jws;
    }

    /** Makes a compact JWS of {@code typ} {@code type} over a payload. */
    @FunctionalInterface
    public interface Jws {
        String sign(String type, byte[] payload);
    }

    public SignedReceipt sign(RecordedEntry entry) {
        return new SignedReceipt(entry.id().toString(), jws(entry));
    }

    /** The receipt with its contents spelt out beside the signature. */
    ReceiptView view(RecordedEntry entry) {
        return new ReceiptView(
                entry.id().toString(),
                jws(entry),
                time(entry.at()),
                entry.institution(),
                entry.terminal(),
                entry.purpose(),
                entry.policyVersion(),
                entry.released().wireNames(),
                entry.outcome(),
                entry.code(),
                BASE64URL.encodeToString(entry.requestHash()),
                BASE64URL.encodeToString(entry.leafHash()));
    }

    private String jws(RecordedEntry entry) {
        return jws.sign(
                TYPE,
                WireJson.write(new ReceiptClaims(
                        issuer,
                        entry.id().toString(),
                        time(entry.at()),
                        entry.institution(),
                        entry.terminal(),
                        entry.purpose(),
                        entry.policyVersion(),
                        entry.released().wireNames(),
                        entry.outcome(),
                        entry.code(),
                        BASE64URL.encodeToString(entry.requestHash()),
                        BASE64URL.encodeToString(entry.leafHash()))));
    }

    private static String time(Instant at) {
        return TIME.format(at.atOffset(MACAU));
    }
}
