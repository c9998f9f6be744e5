package mo.farol.server.proof.assertion;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.server.jws.VerifyingKey;

/** A provider's public keys. */
@FunctionalInterface
public interface ProviderKeys {
    /** @return empty when the provider has no such key; fails when that cannot be told now */
    Future<Optional<VerifyingKey>> key(String kid);
}
