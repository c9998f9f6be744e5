package mo.farol.server.proof.facecheck;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.server.proof.FaceChecks;
import org.jspecify.annotations.Nullable;

/** A provider's answer, as it comes: every member is required and no other is allowed. */
record FaceCheckTicket(
        @Nullable String check,
        @Nullable String captureUrl,
        @Nullable String expires) {
    private static final int LONGEST_URL = 2048;

    /** @param plainHttp whether the phone may be sent to an http URL: in the demo only */
    static FaceChecks.Started read(byte[] json, boolean plainHttp) throws UnusableTicket {
        try {
            FaceCheckTicket ticket = StrictJson.read(json, FaceCheckTicket.class);
            return new FaceChecks.Started(
                    name(ticket.check), captureUrl(ticket.captureUrl, plainHttp), expires(ticket.expires));
        } catch (InvalidJson e) {
            throw new UnusableTicket("not the JSON that was asked for");
        }
    }

    private static String name(@Nullable String check) throws UnusableTicket {
        if (check == null || !check.matches("[\\x21-\\x7e]{1,128}")) {
            throw new UnusableTicket("check is not 1 to 128 visible ASCII characters");
        }
        return check;
    }

    private static URI captureUrl(@Nullable String text, boolean plainHttp) throws UnusableTicket {
        if (text == null || text.length() > LONGEST_URL) {
            throw new UnusableTicket("capture_url is missing or too long");
        }
        try {
            URI url = URI.create(text);
            boolean scheme = "https".equals(url.getScheme()) || plainHttp && "http".equals(url.getScheme());
            if (scheme && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException notAUrl) {
            throw new UnusableTicket("capture_url is not a URL");
        }
        throw new UnusableTicket("capture_url is not an https URL without user and fragment");
    }

    private static Instant expires(@Nullable String text) throws UnusableTicket {
        try {
            return OffsetDateTime.parse(text == null ? "" : text).toInstant();
        } catch (DateTimeException e) {
            throw new UnusableTicket("expires is not an RFC 3339 time");
        }
    }
}
