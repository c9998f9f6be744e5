package mo.farol.server.proof;

import java.util.List;
import mo.farol.core.binding.KeyLevel;
import mo.farol.token.BindingPublicKey;

/** Judges what a phone's hardware states about a key. That takes some milliseconds of computing. */
@FunctionalInterface
public interface Attestations {
    /**
     * @param chain certificates in DER, the key's own first; empty: the phone attests nothing
     * @param challenge the nonce that the phone was given
     * @param key the key that is to be bound
     * @return {@link KeyLevel#NOT_ATTESTED} for an empty chain, and for any chain where no roots are configured
     */
    KeyLevel level(List<byte[]> chain, byte[] challenge, BindingPublicKey key) throws ProofRefused;
}
