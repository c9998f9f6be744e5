package mo.farol.api.kiosk;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /v1/kiosk-bindings}. It never prints.
 *
 * @param number the eight digits that were typed
 * @param assertion the compact JWS that the kiosk's provider signed
 */
public record KioskBindingRequest(
        @JsonProperty(required = true) String number,
        @JsonProperty(required = true) String assertion) {
    @Override
    public String toString() {
        return "KioskBindingRequest[redacted]";
    }
}
