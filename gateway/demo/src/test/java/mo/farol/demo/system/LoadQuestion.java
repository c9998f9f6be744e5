package mo.farol.demo.system;

import java.nio.charset.StandardCharsets;

/**
 * A verification as bytes on the wire.
 *
 * @param code its text, for whoever wants to ask it again
 * @param genuine whether a phone made it that the gateway knows
 */
record LoadQuestion(byte[] bytes, String code, boolean genuine) {
    static final LoadQuestion NONE = new LoadQuestion(new byte[0], "", false);

    static LoadQuestion of(String token, String key, String code, boolean genuine) {
        String body = "{\"code\":\"" + code + "\",\"purpose\":\"system.names\"}";
        String text = "POST /v1/verifications HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key
                + "\r\nAccept-Language: en\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        return new LoadQuestion(text.getBytes(StandardCharsets.US_ASCII), code, genuine);
    }
}
