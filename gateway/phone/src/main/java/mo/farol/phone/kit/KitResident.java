package mo.farol.phone.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic resident's e-ID as their phone holds it. It never prints.
 *
 * @param n the resident's number in this deployment, from 1
 * @param keyId the binding key id: 16 hex digits
 * @param privateKey the binding's private P-256 scalar: 32 bytes in base64url
 * @param kind {@code adult}, {@code minor}, {@code twin} or {@code senior}
 * @param account the name of their account at the kit's {@link KitSignIn}; null: load tests do not sign them in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KitResident(
        @JsonProperty(required = true) int n,
        @JsonProperty(value = "key_id", required = true) String keyId,

        @JsonProperty(value = "private_key", required = true)
        String privateKey,

        @JsonProperty(required = true) String kind,
        @Nullable String account) {
    /** The same resident, who has this account. */
    public KitResident withAccount(String name) {
        return new KitResident(n, keyId, privateKey, kind, name);
    }

    @Override
    public String toString() {
        return "KitResident[n=" + n + "]";
    }
}
