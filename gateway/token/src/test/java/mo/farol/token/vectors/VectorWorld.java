package mo.farol.token.vectors;

import java.util.HexFormat;
import mo.farol.token.Deployment;
import mo.farol.token.crypto.P256;
import mo.farol.token.crypto.X25519;
import mo.farol.token.key.RecipientKey;
import mo.farol.token.key.TicketKey;
import mo.farol.token.mint.PhoneKey;

/** The deployment, phone and deterministic cryptography behind the vectors. */
final class VectorWorld {
    static final long SEED = 20_261_124;

    final DeterministicCrypto crypto = new DeterministicCrypto();
    final Deployment deployment = new Deployment(crypto, SEED);
    final byte[] scalar = deployment.bytes(32);
    final PhoneKey phone = PhoneKey.of(crypto, scalar);

    VectorFile.Keys keys() {
        return new VectorFile.Keys(
                deployment.ring.recipients().stream()
                        .sorted((a, b) -> Integer.compareUnsigned(a.kid(), b.kid()))
                        .map(VectorWorld::recipient)
                        .toList(),
                deployment.ring.ticketKeys().stream()
                        .sorted((a, b) -> Integer.compareUnsigned(
                                a.epoch().value(), b.epoch().value()))
                        .map(VectorWorld::ticket)
                        .toList(),
                new VectorFile.Phone(
                        VectorFile.hex(deployment.keyId.bytes()),
                        VectorFile.hex(scalar),
                        VectorFile.hex(P256.publicKey(scalar).point())));
    }

    private static VectorFile.Recipient recipient(RecipientKey key) {
        return new VectorFile.Recipient(
                key.type().name(),
                HexFormat.of().toHexDigits(key.kid()),
                VectorFile.hex(key.privateKey()),
                VectorFile.hex(X25519.publicKey(key.privateKey())),
                key.state().name());
    }

    private static VectorFile.Ticket ticket(TicketKey key) {
        return new VectorFile.Ticket(
                key.type().name(),
                key.epoch().day().toString(),
                HexFormat.of().toHexDigits(key.epoch().value()),
                VectorFile.hex(key.key()),
                key.state().name());
    }
}
