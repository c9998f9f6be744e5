package mo.farol.server;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mo.farol.api.json.WireJson;
import mo.farol.core.verification.Refusal;
import mo.farol.server.audit.AuditJob;
import mo.farol.server.audit.AuditOrder;
import mo.farol.server.audit.ReceiptKeys;
import mo.farol.server.config.KeysConfig;
import mo.farol.server.config.Secret;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.server.keys.NewKeyFiles;
import mo.farol.server.keys.SigningKey;
import mo.farol.server.receipt.ReceiptSigner;
import mo.farol.store.testing.World;
import mo.farol.token.crypto.Crypto;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code farol audit} on what a whole gateway has sealed: an export, and what is found when a byte of it is changed. */
class AuditTest {
    private static final int ENTRIES = 5;

    @TempDir
    static Path folder;

    private static TestGateway gateway;
    private static Path exported;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private Path log = Path.of("");

    @BeforeAll
    static void seal() throws Exception {
        Path witness = folder.resolve("witness/gateway.notes");
        gateway = new TestGateway(values ->
                values.put("log", new JsonObject().put("witness_files", new JsonArray().add(witness.toString()))));
        World world = World.in(gateway.store, 4);
        World.Person person = world.person();
        for (int i = 0; i < ENTRIES; i++) {
            await(gateway.store
                    .accessLog()
                    .recordRefusal(person.keyId(), Refusal.EXPIRED, world.circumstances(world.terminal(), i)));
        }
        Awaitility.await()
                .until(() -> gateway.database.number("SELECT checkpoint_size FROM log_tree") == ENTRIES
                        && Files.exists(witness));
        exported = folder.resolve("export");
        Vertx vertx = Vertx.vertx();
        AuditOrder order = new AuditOrder(
                true,
                Optional.of(Path.of("config")),
                Optional.of(exported),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(new AuditJob(order, System.out)
                        .onDatabase(
                                vertx,
                                StoreSetup.of(gateway.config),
                                gateway.config.log(),
                                GatewayKeys.log(gateway.config.keys()),
                                ReceiptKeys.of(List.of())))
                .isTrue();
        await(vertx.close());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void copy() throws IOException {
        log = Files.createTempDirectory(folder, "copy");
        try (var all = Files.walk(exported)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path to = log.resolve(exported.relativize(each).toString());
                Files.createDirectories(to.resolveSibling(".").normalize());
                Files.copy(each, to);
            }
        }
    }

    private int verify(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("audit", "verify", "--log", log.toString()));
        words.addAll(List.of(more));
        return Main.run(words, out, out);
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findsNothingInWhatNobodyTouched() {
        assertThat(verify(
                        "--checkpoint", folder.resolve("witness/gateway.notes").toString()))
                .as(said())
                .isZero();
        assertThat(said()).contains("checked " + ENTRIES + " entries");
    }

    @ParameterizedTest
    @CsvSource({"\"record\":\"AAE,2", "\"salt\":\",4", "\"leaf\":\",0"})
    void namesTheEntryOfWhichAByteWasFlipped(String before, int index) throws IOException {
        Path records = log.resolve("records.ndjson");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(records));
        String line = lines.get(index);
        int at = line.indexOf(before) + before.length() + 2;
        lines.set(index, line.substring(0, at) + (line.charAt(at) == 'A' ? 'B' : 'A') + line.substring(at + 1));
        Files.write(records, lines);

        assertThat(verify()).as(said()).isEqualTo(3);
        assertThat(said()).contains("first bad index " + index + ":");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void namesTheEntryOfWhichTheTilesByteWasFlipped(int index) throws IOException {
        Path tile = log.resolve("tile/0/000.p/" + ENTRIES);
        byte[] bytes = Files.readAllBytes(tile);
        bytes[32 * index + 7] ^= 1;
        Files.write(tile, bytes);

        assertThat(verify()).isEqualTo(3);
        assertThat(said()).contains("first bad index " + index + ":");
    }

    @Test
    void findsACutTailAndAForgedHead() throws IOException {
        List<String> lines = Files.readAllLines(log.resolve("records.ndjson"));
        Files.write(log.resolve("records.ndjson"), lines.subList(0, ENTRIES - 1));
        assertThat(verify()).isEqualTo(3);
        assertThat(said()).contains("first bad index " + (ENTRIES - 1) + ": the entry is missing");

        Path head = log.resolve("checkpoint");
        Files.writeString(head, Files.readString(head).replace("\n" + ENTRIES + "\n", "\n" + (ENTRIES - 1) + "\n"));
        assertThat(verify()).isEqualTo(3);
        assertThat(said()).contains("no checkpoint that the log signed");
    }

    /** Of the third entry, with a leaf that is the log's own. */
    private JsonObject receiptClaims() throws IOException {
        JsonObject entry =
                new JsonObject(Files.readAllLines(log.resolve("records.ndjson")).get(2));
        byte[] leaf = Base64.getDecoder().decode(entry.getString("leaf"));
        return new JsonObject()
                .put("id", entry.getString("id"))
                .put("outcome", "refused")
                .put("leaf_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(leaf));
    }

    private Path receipt(SigningKey by) throws IOException {
        String jws = by.jws(ReceiptSigner.TYPE, receiptClaims().encode().getBytes(StandardCharsets.UTF_8));
        return Files.writeString(log.resolve("receipt"), jws);
    }

    @Test
    void aForgedReceiptNeverHolds() throws Exception {
        KeysConfig others = new NewKeyFiles(new SecureRandom(), Clock.systemUTC())
                .write(Files.createTempDirectory(folder, "others"), new Secret("others"), 1);
        Crypto crypto = Crypto.preferred().crypto();
        Path forged = receipt(GatewayKeys.load(others, crypto).receipts());

        assertThat(verify("--receipt", forged.toString())).as(said()).isEqualTo(2);
        assertThat(said()).contains("give --receipt-keys FILE").doesNotContain("holds");
        assertThat(verify("--receipt", forged.toString(), "--receipt-keys", jwks(crypto)))
                .as(said())
                .isEqualTo(3);
        assertThat(said()).contains("the receipt does not hold: it is signed by none of the gateway's keys");
    }

    @Test
    void aReceiptThatTheGatewaySignedHoldsWithItsEntry() throws Exception {
        Crypto crypto = Crypto.preferred().crypto();
        SigningKey key = GatewayKeys.load(gateway.config.keys(), crypto).receipts();
        Path receipt = receipt(key);

        assertThat(verify("--receipt", receipt.toString(), "--receipt-keys", jwks(crypto)))
                .as(said())
                .isZero();
        assertThat(said())
                .contains("the receipt holds: the gateway's key " + key.kid() + " signed it, its record is entry 2");
    }

    private String jwks(Crypto crypto) throws Exception {
        byte[] published =
                WireJson.write(GatewayKeys.load(gateway.config.keys(), crypto).jwks());
        return Files.write(log.resolve("jwks.json"), published).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "audit look",
                "audit verify",
                "audit verify --log a --config b",
                "audit verify --proof a",
                "audit verify --log a --receipt b",
                "audit verify --proof a --key b --receipt c",
                "audit verify --log a --receipt-keys b",
                "audit export --config a",
                "restore --log a"
            })
    void takesNoCommandThatCannotBeMeant(String words) {
        assertThat(Main.run(List.of(words.split(" ")), out, out)).isEqualTo(2);
    }

    @Test
    void saysThatThereIsNoLogToRead() {
        assertThat(Main.run(
                        List.of(
                                "audit",
                                "verify",
                                "--log",
                                folder.resolve("gone").toString()),
                        out,
                        out))
                .isEqualTo(1);
    }
}
