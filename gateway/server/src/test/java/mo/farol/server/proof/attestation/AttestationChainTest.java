package mo.farol.server.proof.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.binding.KeyLevel;
import mo.farol.server.config.AttestationConfig;
import mo.farol.server.config.InvalidConfig;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Whose word it is: chain, roots, dates, revocation. */
class AttestationChainTest extends AttestationCase {
    @Test
    void takesAChainThatLeavesTheRootOut() throws Exception {
        List<byte[]> chain = phone.chain(description.der());

        assertThat(level(chain.subList(0, 3))).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void takesARootByTheHashOfItsKeyAlone() throws Exception {
        List<byte[]> chain = phone.chain(description.der());
        String hash = ChainCertificate.read(phone.rootCertificate()).keyHash();
        AndroidAttestations byHash =
                attestations(new AttestationConfig(List.of(), Set.of(hash), Optional.empty(), Optional.empty(), false));

        assertThat(byHash.level(chain, nonce, phone.bindingKey())).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
        assertRefused(byHash, chain.subList(0, 3));
    }

    @Test
    void takesARootThatItsMakerIssuedAnewWithOtherDates() throws Exception {
        TestPhone.Draft renewed = phone.rootDraft();
        renewed.serial = 99;
        renewed.from = TestPhone.NOW.minus(Duration.ofDays(4000));
        renewed.until = TestPhone.NOW.minus(Duration.ofDays(1));
        List<byte[]> chain = new ArrayList<>(phone.chain(description.der()));
        chain.set(3, renewed.sign(phone.root, phone.root));

        assertThat(level(chain)).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void takesAChainUnderAnRsaRoot() throws Exception {
        TestPhone underRsa = new TestPhone(TestPhone.rsa(2048));
        AndroidAttestations by = attestations(trusting(underRsa.writeRoot(folder.resolve("rsa.pem"))));

        assertThat(by.level(underRsa.chain(description.der()), nonce, underRsa.bindingKey()))
                .isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void refusesASignatureByAShortRsaKey() throws Exception {
        TestPhone underRsa = new TestPhone(TestPhone.rsa(1024));
        AndroidAttestations by = attestations(trusting(underRsa.writeRoot(folder.resolve("rsa.pem"))));

        assertRefused(by, underRsa.chain(description.der()), underRsa.bindingKey());
    }

    @Test
    void refusesAnAuthorityThatHasAnAttestationOfItsOwn() throws Exception {
        TestPhone.Draft attesting = phone.phoneDraft();
        attesting.more.add(new Extension(TestPhone.DESCRIPTION, false, description.der()));
        List<byte[]> chain = new ArrayList<>(phone.chain(description.der()));
        chain.set(1, attesting.sign(phone.phone, phone.authority));

        assertRefused(chain);
    }

    @Test
    void refusesAnAttestationInAnAuthorityInsteadOfTheLeaf() throws Exception {
        TestPhone.Draft attesting = phone.phoneDraft();
        attesting.more.add(new Extension(TestPhone.DESCRIPTION, false, description.der()));
        TestPhone.Draft bare = phone.keyDraft(description.der());
        bare.more.clear();

        assertRefused(phone.chain(bare));
        assertRefused(List.of(
                bare.sign(phone.key, phone.phone),
                attesting.sign(phone.phone, phone.authority),
                phone.authorityCertificate(),
                phone.rootCertificate()));
    }

    @Test
    void refusesAnAuthorityOutsideItsDates() throws Exception {
        List<byte[]> chain = phone.chain(description.der());
        AndroidAttestations by = attestations();

        now = TestPhone.NOW.plus(Duration.ofDays(31));
        assertRefused(by, chain);
        now = TestPhone.NOW.minus(Duration.ofDays(31));
        assertRefused(by, chain);
        now = TestPhone.NOW;
        assertThat(by.level(chain, nonce, phone.bindingKey())).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void doesNotLookAtTheDatesThatThePhoneWrote() throws Exception {
        TestPhone.Draft draft = phone.keyDraft(description.der());
        draft.until = Instant.parse("1970-01-02T00:00:00Z");

        assertThat(level(phone.chain(draft))).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void goesByTheLastCertainTimeAndNeverByItsOwnClock() throws Exception {
        List<byte[]> chain = phone.chain(description.der());
        AndroidAttestations by = attestations();

        timeKnown = false;
        assertRefused(by, chain);
        timeKnown = true;
        assertThat(by.level(chain, nonce, phone.bindingKey())).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
        timeKnown = false;
        assertThat(by.level(chain, nonce, phone.bindingKey())).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void refusesAnUnknownRootEvenOfTheSameName() throws Exception {
        TestPhone stranger = new TestPhone();

        assertRefused(attestations(), stranger.chain(description.der()), stranger.bindingKey());
        assertRefused(attestations(), stranger.chain(description.der()).subList(0, 3), stranger.bindingKey());
    }

    @Test
    void refusesATrustedRootWhoseKeyDidNotSignTheChain() throws Exception {
        TestPhone stranger = new TestPhone();
        List<byte[]> chain = new ArrayList<>(stranger.chain(description.der()));
        chain.set(3, phone.rootCertificate());

        assertRefused(attestations(), chain, stranger.bindingKey());
    }

    @Test
    void refusesARevokedCertificateAndReadsTheListAnew() throws Exception {
        Path revoked = Files.writeString(folder.resolve("status.json"), "{\"entries\": {\"c0ffee\": {}}}");
        AndroidAttestations by = attestations(new AttestationConfig(
                List.of(phone.writeRoot(folder.resolve("root.pem"))),
                Set.of(),
                Optional.of(revoked),
                Optional.empty(),
                false));
        TestPhone.Draft authority = phone.authorityDraft();
        authority.serial = 0xbad;
        List<byte[]> chain = new ArrayList<>(phone.chain(description.der()));
        chain.set(2, authority.sign(phone.authority, phone.root));
        assertThat(by.level(chain, nonce, phone.bindingKey())).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);

        Files.writeString(
                revoked, "{\"entries\": {\"0bad\": {\"status\": \"REVOKED\", \"reason\": \"KEY_COMPROMISE\"}}}");
        by.reload();
        assertRefused(by, chain);

        Files.writeString(revoked, "half a li");
        by.reload();
        assertRefused(by, chain);
    }

    @Test
    void refusesAChainThatIsTooLongAndACertificateTooMany() throws Exception {
        List<byte[]> chain = phone.chain(description.der());

        List<byte[]> repeated = new ArrayList<>(chain);
        repeated.add(phone.rootCertificate());
        assertRefused(repeated);

        List<byte[]> twice = new ArrayList<>(chain);
        twice.add(1, chain.get(1));
        assertRefused(twice);

        List<byte[]> unrelated = new ArrayList<>(chain);
        unrelated.add(2, new TestPhone().authorityCertificate());
        assertRefused(unrelated);

        List<byte[]> endless = new ArrayList<>(chain.subList(0, 1));
        for (int i = 0; i < 1000; i++) {
            endless.add(phone.authorityCertificate());
        }
        assertRefused(endless);
        assertRefused(chain.subList(0, 2));
        assertRefused(List.of(new byte[5000]));
    }

    @Test
    void refusesAPathLongerThanAnAuthorityAllows() throws Exception {
        TestPhone.Draft limited = phone.authorityDraft();
        limited.pathLength = 0;
        List<byte[]> chain = new ArrayList<>(phone.chain(description.der()));
        chain.set(2, limited.sign(phone.authority, phone.root));

        assertRefused(chain);
    }

    @Test
    void refusesAnIssuerThatMayNotSignCertificates() throws Exception {
        TestPhone.Draft noAuthority = phone.phoneDraft();
        noAuthority.authority = false;
        TestPhone.Draft otherUse = phone.phoneDraft();
        otherUse.usage = KeyUsage.digitalSignature;
        for (TestPhone.Draft draft : List.of(noAuthority, otherUse)) {
            List<byte[]> chain = new ArrayList<>(phone.chain(description.der()));
            chain.set(1, draft.sign(phone.phone, phone.authority));
            assertRefused(chain);
        }
    }

    @Test
    void refusesALeafThatIsAnAuthorityOrNotForSignatures() throws Exception {
        TestPhone.Draft authority = phone.keyDraft(description.der());
        authority.authority = true;
        assertRefused(phone.chain(authority));

        TestPhone.Draft agreement = phone.keyDraft(description.der());
        agreement.usage = KeyUsage.keyAgreement;
        assertRefused(phone.chain(agreement));

        TestPhone.Draft silent = phone.keyDraft(description.der());
        silent.usage = 0;
        assertThat(level(phone.chain(silent))).isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void refusesACriticalExtensionThatItDoesNotUnderstand() throws Exception {
        TestPhone.Draft constrained = phone.keyDraft(description.der());
        constrained.more.add(new Extension(new ASN1ObjectIdentifier("1.2.3.4"), true, new byte[] {5, 0}));

        assertRefused(phone.chain(constrained));
    }

    @Test
    void refusesANameThatDoesNotLink() throws Exception {
        TestPhone.Draft misnamed = phone.keyDraft(description.der());
        misnamed.issuer = "CN=another phone";

        assertRefused(phone.chain(misnamed));
    }

    @Test
    void doesNotStartOnRootsOrAListThatItCannotRead() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        Path list = Files.writeString(folder.resolve("list.json"), "{\"entries\": {\"XYZ\": {}}}");

        assertThatThrownBy(() -> attestations(trusting(text))).isInstanceOf(InvalidConfig.class);
        assertThatThrownBy(() -> attestations(new AttestationConfig(
                        List.of(phone.writeRoot(folder.resolve("root.pem"))),
                        Set.of(),
                        Optional.of(list),
                        Optional.empty(),
                        false)))
                .isInstanceOf(InvalidConfig.class);
    }
}
