package mo.farol.phone.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletTest {
    private static final Crypto CRYPTO = Crypto.preferred().crypto();
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder;

    private final Wallet wallet = new Wallet(new PhoneLabel("My phone", "Example X1"), CRYPTO, RANDOM);

    @Test
    void isTheSameAfterWritingAndReading() throws IOException {
        HeldEid own = held();
        HeldEid childs = held();
        PendingKey waiting = pending(UUID.randomUUID());
        wallet.hold(own);
        wallet.hold(childs);
        wallet.keep(waiting);
        Path file = folder.resolve("phone.json");
        wallet.write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Wallet read = Wallet.read(file, CRYPTO, RANDOM);
        assertThat(read.label()).isEqualTo(wallet.label());
        assertThat(read.held()).usingRecursiveComparison().isEqualTo(wallet.held());
        assertThat(read.pending()).usingRecursiveComparison().isEqualTo(wallet.pending());
        assertThat(read.held(childs.eid()).orElseThrow().bound(CRYPTO).key().publicKey())
                .isEqualTo(P256.publicKey(childs.scalar()));
    }

    @Test
    void dropsOneEidAndKeepsTheOthers() {
        HeldEid own = held();
        HeldEid childs = held();
        wallet.hold(own);
        wallet.hold(childs);
        wallet.drop(own.eid());
        assertThat(wallet.held(own.eid())).isEmpty();
        assertThat(wallet.held(childs.eid())).isPresent();
    }

    @Test
    void replacesAnEarlierKeyOfTheSameEid() {
        HeldEid old = held();
        wallet.hold(old);
        PendingKey next = wallet.keep(pending(old.eid()));
        wallet.hold(next.bound(UUID.randomUUID()));
        assertThat(wallet.held())
                .singleElement()
                .satisfies(held -> assertThat(held.scalar()).isEqualTo(next.scalar()));
        assertThat(wallet.pending()).isEmpty();
    }

    @Test
    void givesUpTheOldestOfTooManyWaitingKeys() {
        PendingKey first = wallet.keep(pending(UUID.randomUUID()));
        for (int i = 0; i < 16; i++) {
            wallet.keep(pending(UUID.randomUUID()));
        }
        assertThat(wallet.pending()).hasSize(16).doesNotContain(first);
    }

    @Test
    void saysWhichFileIsNoWalletWithoutQuotingIt() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, "{\"private_key\": \"canary\", ");
        assertThatThrownBy(() -> Wallet.read(file, CRYPTO, RANDOM))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.json is not a wallet")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void neverPrintsAKey() {
        HeldEid eid = held();
        wallet.hold(eid);
        String key = Base64.getEncoder().encodeToString(eid.scalar());
        assertThat("" + wallet + wallet.held() + wallet.label() + pending(UUID.randomUUID()))
                .doesNotContain(key)
                .doesNotContain("My phone")
                .contains("redacted");
    }

    private HeldEid held() {
        return new HeldEid(
                UUID.randomUUID(), UUID.randomUUID(), new BindingKeyId(RANDOM.nextLong()), wallet.newScalar());
    }

    private PendingKey pending(UUID eid) {
        return new PendingKey(
                eid, UUID.randomUUID(), new byte[32], new BindingKeyId(RANDOM.nextLong()), wallet.newScalar());
    }
}
