package mo.farol.server.proof.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.binding.KeyLevel;
import mo.farol.server.config.AttestationConfig;
import org.bouncycastle.asn1.DERNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hardware states about a key. */
class KeyDescriptionTest extends AttestationCase {
    @ParameterizedTest
    @CsvSource({
        "0, 0, SOFTWARE",
        "0, 1, SOFTWARE",
        "1, 1, TRUSTED_ENVIRONMENT",
        "1, 2, TRUSTED_ENVIRONMENT",
        "2, 1, TRUSTED_ENVIRONMENT",
        "2, 2, STRONG_BOX"
    })
    void takesTheWeakerOfTheTwoLevels(int attestation, int key, KeyLevel expected) throws Exception {
        assertThat(level(phone.chain(description.at(attestation, key).der()))).isEqualTo(expected);
    }

    @Test
    void aPhoneThatShowsNothingIsNotAttested() throws Exception {
        assertThat(level(List.of())).isEqualTo(KeyLevel.NOT_ATTESTED);
    }

    @Test
    void refusesAnotherChallenge() throws Exception {
        description.challenge[31] ^= 1;
        assertRefused(phone.chain(description.der()));

        description.challenge = Arrays.copyOf(nonce, 31);
        assertRefused(phone.chain(description.der()));
    }

    @Test
    void refusesAnotherKey() throws Exception {
        assertRefused(attestations(), phone.chain(description.der()), TestPhone.point(TestPhone.curve()));
    }

    @Test
    void refusesTruncatedAndChangedBytesEverywhere() throws Exception {
        AndroidAttestations by = attestations();
        List<byte[]> chain = phone.chain(description.der());
        byte[] leaf = chain.getFirst();

        for (int length = 0; length < leaf.length; length += 7) {
            List<byte[]> cut = new ArrayList<>(chain);
            cut.set(0, Arrays.copyOf(leaf, length));
            assertRefused(by, cut);
        }
        for (int at = 0; at < leaf.length; at++) {
            List<byte[]> changed = new ArrayList<>(chain);
            byte[] bytes = leaf.clone();
            bytes[at] ^= 1;
            changed.set(0, bytes);
            assertRefused(by, changed);
        }
        List<byte[]> longer = new ArrayList<>(chain);
        longer.set(0, Arrays.copyOf(leaf, leaf.length + 1));
        assertRefused(by, longer);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 99})
    void refusesAKeyThatWasNotMadeWhereItLives(int origin) throws Exception {
        description.hardware.put(Description.ORIGIN, Description.number(origin));

        assertRefused(phone.chain(description.der()));
    }

    @Test
    void refusesAKeyThatIsGoodInSoftwareOnly() throws Exception {
        Description software = new Description(nonce).at(1, 0);
        software.keyLevel = 1;

        assertRefused(phone.chain(software.der()));
    }

    @Test
    void refusesAKeyForAnythingButSigning() throws Exception {
        description.hardware.put(Description.PURPOSE, Description.set(7));
        assertRefused(phone.chain(description.der()));
        description.hardware.put(Description.PURPOSE, Description.set(2, 7));
        assertRefused(phone.chain(description.der()));
        description.hardware.put(Description.PURPOSE, Description.set(3));
        assertRefused(phone.chain(description.der()));
        description.hardware.put(Description.PURPOSE, Description.set(2, 3));
        assertThat(level(phone.chain(description.der()))).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void refusesAKeyThatEveryAppMayUse() throws Exception {
        description.software.put(Description.ALL_APPLICATIONS, DERNull.INSTANCE);

        assertRefused(phone.chain(description.der()));
    }

    @Test
    void passesOverAuthorizationsOfLaterVersions() throws Exception {
        description.version = 500;
        description.hardware.put(9999, Description.number(1));

        assertThat(level(phone.chain(description.der()))).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void refusesAnUnknownLevel() throws Exception {
        description.keyLevel = 3;

        assertRefused(phone.chain(description.der()));
    }

    @Test
    void takesAPhoneKeyOnALargerCurve() throws Exception {
        KeyPair large = TestPhone.pair("EC", "secp384r1");
        List<byte[]> chain = List.of(
                phone.keyDraft(description.der()).sign(phone.key, large),
                phone.phoneDraft().sign(large, phone.authority),
                phone.authorityCertificate(),
                phone.rootCertificate());

        assertThat(level(chain)).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void acceptsTheConfiguredAppOnly() throws Exception {
        byte[] signature = new byte[32];
        signature[0] = 0x5a;
        String hex = "5a" + "00".repeat(31);
        AndroidAttestations by = attestations(new AttestationConfig(
                List.of(phone.writeRoot(folder.resolve("root.pem"))),
                Set.of(),
                Optional.empty(),
                Optional.of(new AttestationConfig.App("mo.example.eid", Set.of(hex))),
                false));

        description.software.put(Description.APPLICATION_ID, Description.app("mo.example.eid", signature));
        assertThat(by.level(phone.chain(description.der()), nonce, phone.bindingKey()))
                .isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
        description.software.put(Description.APPLICATION_ID, Description.app("mo.example.eid", new byte[32]));
        assertRefused(by, phone.chain(description.der()));
        description.software.put(Description.APPLICATION_ID, Description.app("mo.example.fake", signature));
        assertRefused(by, phone.chain(description.der()));
        description.software.remove(Description.APPLICATION_ID);
        assertRefused(by, phone.chain(description.der()));
    }

    @Test
    void asksForAVerifiedBootWhereConfigured() throws Exception {
        AndroidAttestations by = attestations(new AttestationConfig(
                List.of(phone.writeRoot(folder.resolve("root.pem"))),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                true));

        assertThat(by.level(phone.chain(description.der()), nonce, phone.bindingKey()))
                .isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
        description.hardware.put(Description.ROOT_OF_TRUST, Description.rootOfTrust(false, 0));
        assertRefused(by, phone.chain(description.der()));
        description.hardware.put(Description.ROOT_OF_TRUST, Description.rootOfTrust(true, 2));
        assertRefused(by, phone.chain(description.der()));
        description.hardware.remove(Description.ROOT_OF_TRUST);
        assertRefused(by, phone.chain(description.der()));
    }
}
