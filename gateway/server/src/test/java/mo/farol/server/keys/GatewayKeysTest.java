package mo.farol.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import mo.farol.server.config.KeysConfig;
import mo.farol.server.config.Secret;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayKeysTest {
    private static final Secret PASSWORD = new Secret("correct horse");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    private final Crypto crypto = Crypto.preferred().crypto();
    private final NewKeyFiles newKeys = new NewKeyFiles(new SecureRandom(), CLOCK);

    @TempDir
    Path directory;

    @Test
    void loadsWhatItMade() throws Exception {
        GatewayKeys keys = GatewayKeys.load(newKeys.write(directory, PASSWORD, 2), crypto);

        assertThat(keys.ring().published()).hasSize(4);
        for (CodeType type : CodeType.values()) {
            assertThat(keys.ring().current(type)).isPresent();
            assertThat(keys.ring().ticketKey(TicketEpoch.of(type, LocalDate.of(2026, 11, 24))))
                    .hasValueSatisfying(key -> assertThat(key.state()).isEqualTo(KeyState.CURRENT));
        }
        assertThat(keys.toString()).doesNotContain("d=", "scalar");
    }

    @Test
    void addsTheLogsKeyToAFileFromBeforeThereWasOne() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 0);
        KeyStore older =
                KeyStore.getInstance(files.signing().toFile(), PASSWORD.reveal().toCharArray());
        older.deleteEntry(GatewayKeys.LOG);
        try (var out = Files.newOutputStream(files.signing())) {
            older.store(out, PASSWORD.reveal().toCharArray());
        }
        assertThatExceptionOfType(KeysUnusable.class)
                .isThrownBy(() -> GatewayKeys.load(files, crypto))
                .withMessageContaining("farol keys add-log --signing " + files.signing());

        assertThat(newKeys.addLogKey(files.signing(), PASSWORD)).isTrue();
        assertThat(newKeys.addLogKey(files.signing(), PASSWORD)).isFalse();

        assertThat(GatewayKeys.load(files, crypto).log().publicKey("a").text())
                .isEqualTo(GatewayKeys.log(files).publicKey("a").text());
        assertThat(Files.getPosixFilePermissions(files.signing()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void addsTheDaysThatLackTicketKeysAndTakesPastOnesOut() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 3);
        KeyRing before = GatewayKeys.load(files, crypto).ring();
        Clock later = Clock.offset(CLOCK, Duration.ofDays(2));
        NewKeyFiles maker = new NewKeyFiles(new SecureRandom(), later);

        assertThat(maker.addTicketDays(files.codes(), PASSWORD, 4)).isEqualTo(new NewKeyFiles.TicketDays(6, 2));
        assertThat(maker.addTicketDays(files.codes(), PASSWORD, 4)).isEqualTo(new NewKeyFiles.TicketDays(0, 0));

        KeyRing after = GatewayKeys.load(files, crypto).ring();
        assertThat(after.ticketKeys()).hasSize(10);
        assertThat(after.ticketKey(TicketEpoch.of(CodeType.EID, LocalDate.of(2026, 11, 24))))
                .isEmpty();
        TicketEpoch kept = TicketEpoch.of(CodeType.CLEARANCE, LocalDate.of(2026, 11, 26));
        assertThat(after.ticketKey(kept).orElseThrow().key())
                .isEqualTo(before.ticketKey(kept).orElseThrow().key());
        assertThat(after.recipients()).hasSize(4);
        assertThat(Files.getPosixFilePermissions(files.codes()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void signsWhatASecondLibraryVerifies() throws Exception {
        GatewayKeys keys = GatewayKeys.load(newKeys.write(directory, PASSWORD, 0), crypto);
        byte[] payload = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

        JWSObject jws = JWSObject.parse(keys.receipts().jws("farol-receipt+jwt", payload));

        JWK jwk = JWK.parse(JSONObjectUtils.parse(JSONObjectUtils.toJSONString(
                new HashMap<String, Object>(keys.receipts().jwk()))));
        assertThat(jws.verify(new ECDSAVerifier(jwk.toECKey()))).isTrue();
        assertThat(jws.getHeader().getKeyID()).isEqualTo(jwk.computeThumbprint().toString());
        assertThat(jws.getPayload().toBytes()).isEqualTo(payload);
    }

    @Test
    void signsChallengesWithAKeyOfTheirOwnThatIsNotAmongTheOthers() throws Exception {
        GatewayKeys keys = GatewayKeys.load(newKeys.write(directory, PASSWORD, 0), crypto);

        assertThat(keys.nextChallenges()).isEmpty();
        assertThat(keys.jwks().get("keys"))
                .hasSize(3)
                .noneMatch(jwk -> keys.challenges().kid().equals(jwk.get("kid")));
        byte[] message = {1, 2, 3};
        assertThat(crypto.verify(
                        keys.challenges().publicKey(),
                        message,
                        keys.challenges().sign(message)))
                .isTrue();
    }

    /** As an operator adds the key to the files of an older version, and announces the next one. */
    @Test
    void loadsTheNextChallengeKeyThatKeytoolMade() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 0);
        keytool("-genkeypair", "-alias", "challenge-next", files);

        GatewayKeys keys = GatewayKeys.load(files, crypto);

        assertThat(keys.nextChallenges())
                .isPresent()
                .hasValueSatisfying(next ->
                        assertThat(next.kid()).isNotEqualTo(keys.challenges().kid()));
    }

    /** As an operator puts a new key in the place of one that signed receipts until now. */
    @Test
    void publishesTheKeysThatSignedReceiptsBefore() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 0);
        String before = GatewayKeys.load(files, crypto).receipts().kid();
        keytool("-changealias", "-alias", "receipts", files, "-destalias", "receipts-retired-2026");
        keytool("-genkeypair", "-alias", "receipts", files);

        GatewayKeys keys = GatewayKeys.load(files, crypto);

        assertThat(keys.receipts().kid()).isNotEqualTo(before);
        assertThat(keys.jwks().get("keys"))
                .hasSize(4)
                .extracting(jwk -> jwk.get("kid"))
                .contains(before);
        assertThat(GatewayKeys.receipts(files, crypto))
                .extracting(SigningKey::kid)
                .containsExactlyInAnyOrder(before, keys.receipts().kid());
    }

    @Test
    void doesNotStartWithoutAChallengeKeyAndNamesIt() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 0);
        keytool("-delete", "-alias", "challenge", files);
        assertThatExceptionOfType(KeysUnusable.class)
                .isThrownBy(() -> GatewayKeys.load(files, crypto))
                .withMessageContaining("challenge");
        keytool("-genkeypair", "-alias", "challenge", files);
        assertThat(GatewayKeys.load(files, crypto).challenges().kid()).isNotEmpty();
    }

    private static void keytool(String what, String alias, String name, KeysConfig files, String... more)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                what,
                alias,
                name,
                "-keystore",
                files.signing().toString(),
                "-storepass",
                PASSWORD.reveal()));
        command.addAll(List.of(more));
        if (what.equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=farol"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void letsItsOwnerAloneReadTheFiles() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.signing())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.atRest())))
                .isEqualTo("rw-------");
    }

    @Test
    void neverReplacesKeys() throws Exception {
        newKeys.write(directory, PASSWORD, 0);

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> newKeys.write(directory, PASSWORD, 0));
    }

    @Test
    void doesNotLoadUnderAnotherPassword() throws Exception {
        newKeys.write(directory, PASSWORD, 0);

        assertThatExceptionOfType(KeysUnusable.class)
                .isThrownBy(() -> GatewayKeys.load(KeysConfig.in(directory, new Secret("wrong horse")), crypto))
                .withMessageContaining("signing-keys.p12")
                .withMessageNotContaining("horse");
    }

    @Test
    void doesNotLoadWithoutACurrentKeyForEachType() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 0);
        Files.delete(files.codes());
        KeyFile.empty(PASSWORD).write(files.codes());

        assertThatExceptionOfType(KeysUnusable.class)
                .isThrownBy(() -> GatewayKeys.load(files, crypto))
                .withMessage("there is no current key for eid codes");
    }

    @Test
    void doesNotLoadAMisnamedKey() throws Exception {
        KeysConfig files = newKeys.write(directory, PASSWORD, 0);
        Files.delete(files.codes());
        KeyFile file = KeyFile.empty(PASSWORD);
        file.put("ticket.passport.current.2026-11-24", new byte[32]);
        file.write(files.codes());

        assertThatExceptionOfType(KeysUnusable.class)
                .isThrownBy(() -> GatewayKeys.load(files, crypto))
                .withMessageContaining("ticket.passport");
    }
}
