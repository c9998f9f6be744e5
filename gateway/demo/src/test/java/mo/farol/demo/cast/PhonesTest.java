package mo.farol.demo.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import mo.farol.demo.people.Kind;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhonesTest {
    private static final Crypto CRYPTO = Crypto.preferred().crypto();

    @TempDir
    private Path folder;

    private final Members members = new Members(List.of(
            new Member(1, Kind.ADULT, List.of(2), UUID.randomUUID(), "1234567(8)"),
            new Member(2, Kind.MINOR, List.of(), UUID.randomUUID(), "5234567(8)"),
            new Member(3, Kind.TWIN, List.of(), UUID.randomUUID(), "7234567(8)")));

    @Test
    void holdAChildsEidOnTheParentsPhone() throws IOException {
        Phones phones = phones();
        phones.of(2).hold(eid(2));
        assertThat(phones.of(2)).isSameAs(phones.of(1)).isNotSameAs(phones.of(3));
        assertThat(phones.held(2)).isPresent();
        assertThat(phones.held(1)).isEmpty();
    }

    @Test
    void areTheSameWhenTheyAreReadAgain() throws IOException {
        Phones phones = phones();
        phones.of(1).hold(eid(1));
        phones.of(2).hold(eid(2));
        phones.save(2);
        Phones again = phones();
        assertThat(again.held(1)).usingRecursiveComparison().isEqualTo(phones.held(1));
        assertThat(again.held(2)).usingRecursiveComparison().isEqualTo(phones.held(2));
        assertThat(again.held(3)).isEmpty();
    }

    @Test
    void giveLoadTestsWhatTheyHold() throws IOException {
        Phones phones = phones();
        phones.of(3).hold(eid(3));
        assertThat(phones.kit()).singleElement().satisfies(resident -> {
            assertThat(resident.n()).isEqualTo(3);
            assertThat(resident.kind()).isEqualTo("twin");
            assertThat(resident.keyId()).isEqualTo("0000000000000003");
        });
        assertThat(phones.kit()).extracting(KitResident::privateKey).doesNotContainNull();
    }

    @Test
    void areOfPeopleThatThereAre() throws IOException {
        Phones phones = phones();
        assertThatThrownBy(() -> phones.of(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> members.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(members.of(1)).hasToString("Member[1]");
    }

    private Phones phones() throws IOException {
        return Phones.in(folder, members, CRYPTO);
    }

    private HeldEid eid(int n) {
        return new HeldEid(
                members.of(n).eid(), UUID.randomUUID(), new BindingKeyId(n), P256.newScalar(new SecureRandom()));
    }
}
