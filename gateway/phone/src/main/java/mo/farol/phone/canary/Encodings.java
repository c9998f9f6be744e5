package mo.farol.phone.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a text may stand in a log, an answer or a packet. */
final class Encodings {
    /** Shorter ones stand anywhere by chance. */
    private static final int LEAST_BYTES = 6;

    private static final int ASCII = 0x80;

    private Encodings() {}

    /** The bytes to look for, by the name of the encoding; those that differ from the plain ones, and are long enough. */
    static Map<String, byte[]> of(String value) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("plain", value);
        texts.put("JSON, lower-case escapes", json(value, false));
        texts.put("JSON, upper-case escapes", json(value, true));
        texts.put("URL", url(value));
        texts.put("URL, lower case", lowerEscapes(url(value)));
        texts.put("URL, spaces as %20", url(value).replace("+", "%20"));
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        texts.put("hexadecimal", HexFormat.of().formatHex(utf8));
        texts.put("hexadecimal, upper case", HexFormat.of().withUpperCase().formatHex(utf8));
        for (int before = 0; before < 3; before++) {
            texts.put("Base64, from byte " + before, base64(utf8, before, Base64.getEncoder()));
            texts.put("Base64url, from byte " + before, base64(utf8, before, Base64.getUrlEncoder()));
        }
        return bytes(texts);
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> different = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            boolean twice = texts.entrySet().stream()
                    .takeWhile(each -> !each.getKey().equals(name))
                    .anyMatch(each -> each.getValue().equals(text));
            if (!twice && bytes.length >= LEAST_BYTES) {
                different.put(name, bytes);
            }
        });
        return different;
    }

    private static String json(String value, boolean upper) {
        StringBuilder escaped = new StringBuilder();
        for (char each : value.toCharArray()) {
            if (each < ASCII) {
                escaped.append(each == '"' || each == '\\' ? "\\" : "").append(each);
            } else {
                String digits = "%04x".formatted((int) each);
                escaped.append("\\u").append(upper ? digits.toUpperCase(Locale.ROOT) : digits);
            }
        }
        return escaped.toString();
    }

    private static String url(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String lowerEscapes(String url) {
        StringBuilder lower = new StringBuilder(url);
        for (int at = url.indexOf('%'); at >= 0; at = url.indexOf('%', at + 1)) {
            lower.replace(at, at + 3, url.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /** What stays the same whatever else is encoded with it, when so many bytes (of three) stand before it. */
    private static String base64(byte[] value, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + value.length];
        System.arraycopy(value, 0, shifted, before, value.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int bits = shifted.length * 8;
        return encoded.substring(before == 0 ? 0 : before + 1, bits / 6);
    }
}
