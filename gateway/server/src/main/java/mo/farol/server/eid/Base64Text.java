package mo.farol.server.eid;

import java.util.Base64;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Bytes in JSON, in the one form that RFC 4648 calls canonical; anything else is {@code invalid_request}. */
public final class Base64Text {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Base64Text() {}

    /** Base64url without padding, of exactly so many bytes. */
    public static byte[] url(@Nullable String text, int length) throws RequestRefused {
        byte[] bytes = decode(Base64.getUrlDecoder(), URL, text);
        if (bytes.length != length) {
            throw Bodies.invalid();
        }
        return bytes;
    }

    /** Base64 with padding, of 1 byte at least. */
    public static byte[] padded(@Nullable String text, int longestText) throws RequestRefused {
        if (text == null || text.isEmpty() || text.length() > longestText) {
            throw Bodies.invalid();
        }
        return decode(Base64.getDecoder(), Base64.getEncoder(), text);
    }

    public static String url(byte[] bytes) {
        return URL.encodeToString(bytes);
    }

    private static byte[] decode(Base64.Decoder decoder, Base64.Encoder encoder, @Nullable String text)
            throws RequestRefused {
        if (text == null) {
            throw Bodies.invalid();
        }
        try {
            byte[] bytes = decoder.decode(text);
            if (encoder.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw Bodies.invalid();
        }
        throw Bodies.invalid();
    }
}
