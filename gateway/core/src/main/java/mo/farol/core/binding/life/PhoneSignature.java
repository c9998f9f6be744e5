package mo.farol.core.binding.life;

import java.util.Optional;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.token.BindingStatement;
import mo.farol.token.crypto.Crypto;

/** Whether the phone has the pending key. Judged before the e-ID is locked: it is a fact that no lock can change. */
record PhoneSignature(Crypto crypto) {
    private static final int LENGTH = 64;

    boolean holds(Optional<Challenge> asked, Eid eid, Bindings.PhoneProof proof) {
        return proof.signature().length == LENGTH
                && asked.map(challenge -> crypto.verify(challenge.key(), statement(challenge, eid), proof.signature()))
                        .orElse(false);
    }

    private static byte[] statement(Challenge challenge, Eid eid) {
        return BindingStatement.bytes(
                challenge.id(), challenge.nonce(), eid.handle(), challenge.keyId(), challenge.key());
    }
}
