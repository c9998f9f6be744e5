package mo.farol.store.accesslog.seal;

import static mo.farol.store.testing.World.await;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.audit.AuditReport;
import mo.farol.core.accesslog.audit.LogAudit;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.verification.Refusal;
import mo.farol.store.Store;
import mo.farol.store.accesslog.proof.DatabaseLog;
import mo.farol.store.accesslog.witness.FileWitness;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.accesslog.witness.WitnessedNotes;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh database, a log with a witness in a folder of its own, and somebody whose e-ID is read. */
abstract class LogCase {
    static final LogName NAME = new LogName("gateway.example.mo/log");

    final Vertx vertx = Vertx.vertx();
    final LogKey key = newKey();
    TestDatabase database;
    Path witness;
    Store store;
    World world;
    Person person;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        witness = folder.resolve("elsewhere/witness.notes");
        store = await(Store.open(vertx, database.config(), settings()));
        world = World.in(store, 11);
        person = world.person();
    }

    @AfterEach
    void close() {
        await(store.close());
        await(vertx.close());
        database.close();
    }

    static LogKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
            return new LogKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Witnesses in others' hands. */
    List<Witness> outsiders() {
        return List.of();
    }

    LogSettings settings() {
        return new LogSettings(NAME, key, List.of(new FileWitness(vertx, witness, NAME, key)), outsiders());
    }

    /** Records an acceptance and refusals, of different transactions. */
    void record(int refusals) {
        await(store.arbiter().redeem(world.redemption(person, world.code(person))));
        for (int i = 0; i < refusals; i++) {
            await(store.accessLog()
                    .recordRefusal(
                            person.keyId(), Refusal.EXPIRED, world.circumstances(world.terminal(), i, "counter 3")));
        }
    }

    /** Until all there is is under a published checkpoint. */
    void awaitPublished(long size) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> store.logFigures().published() == size
                        && store.logFigures().oldestMillis() == 0);
    }

    List<SignedCheckpoint> witnessed() throws IOException {
        return WitnessedNotes.all(Files.readString(witness), NAME, key::publicKey);
    }

    AuditReport audit(List<SignedCheckpoint> older) throws IOException {
        try (DatabaseLog log = DatabaseLog.open(vertx, database.config())) {
            return new LogAudit(log, NAME, key::publicKey).run(older);
        }
    }

    /** What somebody with all rights over the database can do to it. */
    void asSuperuser(String sql) {
        database.execute("SET session_replication_role = replica; " + sql);
    }

    /** As an older backup has it: all consistent, and signed in its time. */
    void cutTo(long size) {
        asSuperuser("DELETE FROM access_record WHERE attempt IN (SELECT id FROM log_leaf WHERE index >= " + size + ")");
        asSuperuser("DELETE FROM eid_event WHERE id IN (SELECT id FROM log_leaf WHERE index >= " + size + ")");
        asSuperuser("DELETE FROM log_leaf WHERE index >= " + size);
        asSuperuser("UPDATE log_tile SET hashes = substr(hashes, 1, 32 * " + size + ")");
        SignedCheckpoint signed = key.sign(new Checkpoint(NAME.base(), size, TreeHashes.root(database, size)));
        asSuperuser("UPDATE log_tree SET size = " + size + ", root = decode('"
                + HexFormat.of().formatHex(signed.checkpoint().root()) + "', 'hex'), checkpoint_size = " + size
                + ", checkpoint = E'" + signed.note().replace("\n", "\\n") + "', last_xact = r.xact, last_id = r.id"
                + " FROM (SELECT coalesce(a.xact, e.xact) AS xact, l.id FROM log_leaf l"
                + " LEFT JOIN access_record a ON a.attempt = l.id LEFT JOIN eid_event e ON e.id = l.id"
                + " ORDER BY l.index DESC LIMIT 1) r");
    }
}
