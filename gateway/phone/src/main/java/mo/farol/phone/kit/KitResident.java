package mo.farol.phone.kit;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A synthetic resident's e-ID as their phone holds it. It never prints.
 *
 * @param n the resident's number in this deployment, from 1
 * @param keyId the binding key id: 16 hex digits
 * @param privateKey the binding's private P-256 scalar: 32 bytes in base64url
 * @param kind {@code adult}, {@code minor}, {@code twin} or {@code senior}
 */
public record KitResident(
        int n,
        @JsonProperty("key_id") String keyId,
        @JsonProperty("private_key") String privateKey,
        String kind) {
    @Override
    public String toString() {
        return "KitResident[n=" + n + "]";
    }
}
