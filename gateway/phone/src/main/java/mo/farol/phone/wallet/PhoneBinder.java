package mo.farol.phone.wallet;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;

/**
 * Binds e-IDs to a wallet: a new key, the gateway's challenge, the key's signature, somebody's proof. The account must be
 * signed in strongly and freshly.
 */
public final class PhoneBinder {
    private final BindingCalls calls;
    private final Wallet wallet;
    private final KeyAttester attester;

    public PhoneBinder(BindingCalls calls, Wallet wallet, KeyAttester attester) {
        this.calls = calls;
        this.wallet = wallet;
        this.attester = attester;
    }

    /**
     * Binds by a face check.
     *
     * @param guardian for a minor's e-ID: the e-ID of the parent or guardian who is in front of the camera
     */
    public ApiAnswer<Receipt> byFace(UUID eid, Optional<UUID> guardian, FaceCamera camera)
            throws IOException, InterruptedException {
        return begin(eid, guardian)
                .then(key -> finish(
                        calls.faceCheck(eid, key.challenge())
                                .then(check -> calls.bind(eid, proof(key), camera.assertion(check.captureUrl()))),
                        key));
    }

    /** A challenge for a new key, which the wallet keeps until it is bound or given up. */
    public ApiAnswer<PendingKey> begin(UUID eid, Optional<UUID> guardian) throws IOException, InterruptedException {
        byte[] scalar = wallet.newScalar();
        return calls.challenge(eid, P256.publicKey(scalar), wallet.label(), guardian)
                .map(challenge -> wallet.keep(pending(eid, challenge, scalar)));
    }

    /** The number to show for a kiosk or a counter, after {@link #begin}. */
    public ApiAnswer<ShownNumber> kioskNumber(PendingKey key) throws IOException, InterruptedException {
        return calls.kioskNumber(key.eid(), proof(key));
    }

    /**
     * Asks what became of the number; once it was used, the wallet holds the e-ID.
     *
     * @param account the account that the number was given to, to read the new binding's name
     */
    public ApiAnswer<NumberState> afterKiosk(PendingKey key, ResidentClient account)
            throws IOException, InterruptedException {
        ApiAnswer<NumberState> state = calls.numberState(key.eid(), key.challenge());
        if (state.given().filter(NumberState::isUsed).isPresent()) {
            UUID binding = account.bindings(key.eid()).orFail("the list of bindings").stream()
                    .filter(SeenBinding::isLive)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the number was used, and nothing is bound"))
                    .id();
            wallet.hold(key.bound(binding));
        }
        return state;
    }

    /** What to send with a signed request. */
    public BindingCalls.Proof proof(PendingKey key) {
        Crypto crypto = wallet.crypto();
        return new BindingCalls.Proof(
                key.challenge(), key.sign(crypto), attester.chain(key.nonce(), P256.publicKey(key.scalar())));
    }

    private ApiAnswer<Receipt> finish(ApiAnswer<BindingCalls.Bound> answer, PendingKey key) {
        answer.given()
                .ifPresentOrElse(bound -> wallet.hold(key.bound(bound.binding().id())), () -> wallet.giveUp(key));
        return answer.map(BindingCalls.Bound::receipt);
    }

    private static PendingKey pending(UUID eid, Challenge challenge, byte[] scalar) {
        BindingKeyId keyId = challenge.bindingKeyId();
        return new PendingKey(eid, challenge.challenge(), challenge.nonceBytes(), keyId, scalar);
    }
}
