package mo.farol.store.accesslog.seal;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.accesslog.LogProofs.Proof;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.ProofCheck;
import mo.farol.core.accesslog.tree.TilePath;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Refusal;
import mo.farol.store.Store;
import mo.farol.store.connection.Connections;
import org.junit.jupiter.api.Test;

class SealerTest extends LogCase {
    private static final String A_RECORD = """
            INSERT INTO access_record (kind, attempt, at, institution, terminal, purpose, policy_version, requested,
                released, withheld, outcome, request_hash, salt)
            SELECT 1, gen_random_uuid(), clock_timestamp(), 1, 1, 1, 1, 0, 0, 0, 1, sha256('a'), sha256('b')
            """;

    private static final String OUT_OF_ORDER = """
            SELECT count(*) FROM (
                SELECT r.xact < lag(r.xact) OVER (ORDER BY l.index) AS back
                FROM log_leaf l JOIN access_record r ON r.attempt = l.id) o WHERE back
            """;

    @Test
    void provesARecordUnderACheckpointThatAWitnessHolds() throws IOException, InvalidNote {
        Decision.Accepted accepted =
                (Decision.Accepted) await(store.arbiter().redeem(world.redemption(person, world.code(person))));
        record(6);
        awaitPublished(8);

        Proof.Sealed proof = (Proof.Sealed)
                await(store.logProofs().ofInstitution(accepted.entry().id(), world.institution()))
                        .orElseThrow();

        SignedCheckpoint signed = SignedCheckpoint.open(proof.checkpoint(), key.publicKey(NAME.base()));
        assertThat(proof.record().leaf()).isEqualTo(accepted.entry().leafHash());
        assertThat(ProofCheck.includes(
                        signed.checkpoint().root(),
                        signed.checkpoint().size(),
                        proof.index(),
                        TreeHash.leaf(proof.record().leaf()),
                        proof.path()))
                .isTrue();
        assertThat(proof.record().subject()).isEmpty();
        assertThat(witnessed().getLast()).isEqualTo(signed);
        assertThat(audit(witnessed()).findings()).isEmpty();
        assertThat(await(store.logProofs().ofInstitution(accepted.entry().id(), world.institution() + 1)))
                .isEmpty();
        assertThat(await(store.logProofs().ofResident(accepted.entry().id(), person.resident())))
                .containsInstanceOf(Proof.Sealed.class);
        assertThat(await(store.logProofs().ofResident(accepted.entry().id(), person.resident() + 1)))
                .isEmpty();
    }

    @Test
    void servesTilesAndEntriesThatArePublishedAndNoMore() {
        record(4);
        awaitPublished(5);

        assertThat(await(store.logProofs().tile(new TilePath(0, 0, 5))).orElseThrow())
                .hasSize(160);
        assertThat(await(store.logProofs().tile(new TilePath(0, 0, 3))).orElseThrow())
                .hasSize(96);
        assertThat(await(store.logProofs().tile(new TilePath(TilePath.ENTRIES, 0, 5)))
                        .orElseThrow())
                .hasSize(5 * 34);
        assertThat(await(store.logProofs().tile(new TilePath(0, 0, 6)))).isEmpty();
        assertThat(await(store.logProofs().tile(new TilePath(0, 0, 256)))).isEmpty();
        assertThat(await(store.logProofs().tile(new TilePath(1, 0, 1)))).isEmpty();
    }

    @Test
    void leavesWhatALongTransactionMayStillFollowUntilItHasEnded() throws SQLException, IOException {
        record(0);
        awaitPublished(1);
        try (Connection slow = database.superuser();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(A_RECORD);
            record(3);

            // Two rounds and more have looked at the waiting records by then.
            await().until(() -> store.logFigures().oldestMillis() > 1500);
            assertThat(store.logFigures().size()).isOne();

            slow.commit();
        }
        awaitPublished(6);
        assertThat(database.number(OUT_OF_ORDER)).isZero();
        assertThat(audit(witnessed()).findings()).isEmpty();
    }

    @Test
    void growsOneLogFromSeveralNodes() throws IOException {
        Vertx otherVertx = Vertx.vertx();
        Store other = await(Store.open(otherVertx, database.config(), settings()));
        List<Future<?>> recorded = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Store one = i % 2 == 0 ? store : other;
            recorded.add(one.accessLog()
                    .recordRefusal(person.keyId(), Refusal.EXPIRED, world.circumstances(world.terminal(), i)));
            if (i % 60 == 59) {
                await(Future.all(recorded));
            }
        }
        awaitPublished(600);
        await(other.close());
        await(otherVertx.close());

        assertThat(database.number("SELECT count(*) FROM log_leaf")).isEqualTo(600);
        assertThat(database.number("SELECT max(index) FROM log_leaf")).isEqualTo(599);
        assertThat(database.number(OUT_OF_ORDER)).isZero();
        assertThat(audit(witnessed()).findings()).isEmpty();
    }

    @Test
    void signsWhatADeadLeaderHadCommittedOnly() throws IOException {
        awaitPublished(0);
        await(store.close());
        store = await(Store.open(vertx, database.config()));
        database.execute(A_RECORD + "FROM generate_series(1, 5)");
        Connections connections = new Connections(vertx, database.config(), "test", 2, 5);
        Growing dead = new Growing(vertx, connections);
        await().until(() -> await(dead.batch()) == 5);
        await(connections.close());
        assertThat(database.number("SELECT checkpoint_size FROM log_tree")).isZero();

        await(store.close());
        store = await(Store.open(vertx, database.config(), settings()));
        awaitPublished(5);
        database.execute(A_RECORD + "FROM generate_series(6, 6)");
        awaitPublished(6);
        assertThat(audit(witnessed()).findings()).isEmpty();
    }

    @Test
    void growsAcrossTilesInBoundedBatches() throws IOException {
        database.execute(A_RECORD + "FROM generate_series(1, 9000)");
        await().atMost(Duration.ofSeconds(20)).until(() -> store.logFigures().published() == 9000);

        assertThat(database.number("SELECT count(*) FROM log_tile WHERE level = 0"))
                .isEqualTo(36);
        assertThat(audit(witnessed()).findings()).isEmpty();
    }
}
