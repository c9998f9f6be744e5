package mo.farol.server.outgoing;

import io.vertx.core.MultiMap;

/** An answer that came in time and was not too long. It does not print its body. */
public record BoundedAnswer(int status, MultiMap headers, byte[] body) {
    /** The media type without its parameters, in lower case; empty when there is none. */
    public String mediaType() {
        String type = headers.get("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "BoundedAnswer[" + status + "]";
    }
}
