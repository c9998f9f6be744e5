package mo.farol.server.proof.assertion;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.keys.Digests;
import mo.farol.server.proof.ProofRefused;
import org.junit.jupiter.api.Test;

class SignedKioskAssertionsTest {
    private static final String KIOSK = "kiosk-7";
    private static final String TYPED = "40817263";

    private final AssertionWorld world = new AssertionWorld();
    private final SignedKioskAssertions assertions = new SignedKioskAssertions(world.reader(), world.eids);

    private static String hash(String number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Digests.sha256(number.getBytes(StandardCharsets.US_ASCII)));
    }

    private String with(Consumer<JsonObject> change) {
        JsonObject claims = world.envelope()
                .put("sub", KIOSK)
                .put("purpose", "kiosk-bind")
                .put("id_number", AssertionWorld.NUMBER)
                .put("fingerprint", "matched")
                .put("number_hash", hash(TYPED));
        change.accept(claims);
        return world.signer.sign(claims);
    }

    private KioskCheck read(String jws) {
        return await(assertions.read(jws, KIOSK, TYPED));
    }

    private void assertRefused(BindingRefusal why, Consumer<JsonObject> change) {
        assertThatThrownBy(() -> read(with(change)))
                .cause()
                .isInstanceOfSatisfying(
                        ProofRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void readsWhoseCardItWasAndWhetherTheFingerIsTheirs() {
        KioskCheck matched = read(with(claims -> {}));
        KioskCheck not = read(with(claims -> claims.put("fingerprint", "not_matched")));

        assertThat(matched.person()).isEqualTo(AssertionWorld.ROW);
        assertThat(matched.fingerprintMatched()).isTrue();
        assertThat(matched.id()).hasSize(32);
        assertThat(matched.expires()).isEqualTo(world.now.plusSeconds(120));
        assertThat(not.person()).isEqualTo(AssertionWorld.ROW);
        assertThat(not.fingerprintMatched()).isFalse();
    }

    @Test
    void readsTheOldFormOfANumber() {
        assertThat(read(with(claims -> claims.put("id_number", "1/234567/8"))).person())
                .isEqualTo(AssertionWorld.ROW);
    }

    @Test
    void namesNobodyForANumberThatNobodyHasOrThatIsNone() {
        assertThat(read(with(claims -> claims.put("id_number", "7654321(0)"))).person())
                .isZero();
        assertThat(read(with(claims -> claims.put("id_number", "A123456(7)"))).person())
                .isZero();
    }

    @Test
    void refusesWhatWasMadeForAnotherTerminalNumberOrPurpose() {
        assertRefused(BindingRefusal.ASSERTION_MISMATCH, claims -> claims.put("sub", "kiosk-8"));
        assertRefused(BindingRefusal.ASSERTION_MISMATCH, claims -> claims.put("number_hash", hash("40817264")));
        assertRefused(BindingRefusal.ASSERTION_MISMATCH, claims -> claims.put("purpose", "bind"));
    }

    @Test
    void refusesClaimsOfWrongTypesAndUnknownWords() {
        assertRefused(BindingRefusal.ASSERTION_INVALID, claims -> claims.put("fingerprint", true));
        assertRefused(BindingRefusal.ASSERTION_INVALID, claims -> claims.put("fingerprint", "perhaps"));
        assertRefused(BindingRefusal.ASSERTION_INVALID, claims -> claims.remove("id_number"));
        assertRefused(BindingRefusal.ASSERTION_INVALID, claims -> claims.put("number_hash", 7));
        assertRefused(BindingRefusal.ASSERTION_INVALID, claims -> claims.remove("sub"));
        assertRefused(BindingRefusal.ASSERTION_INVALID, claims -> claims.put("aud", "https://elsewhere.example"));
    }

    @Test
    void saysThatItCannotTellWhenThePersonCannotBeLookedUp() {
        world.eids.unreachable = true;

        assertThatThrownBy(() -> read(with(claims -> {}))).hasCauseInstanceOf(ArbiterUnreachable.class);
    }
}
