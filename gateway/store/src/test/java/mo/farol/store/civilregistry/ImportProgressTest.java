package mo.farol.store.civilregistry;

import static mo.farol.store.civilregistry.RegistryFixture.batch;
import static mo.farol.store.civilregistry.RegistryFixture.number;
import static mo.farol.store.civilregistry.RegistryFixture.resident;
import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.Content;
import mo.farol.core.civilregistry.Count;
import mo.farol.core.civilregistry.FileHash;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RejectedLine;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.civilregistry.Tally;
import mo.farol.store.StoreConfig;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportProgressTest {
    private RegistryFixture fixture;
    private FileHash file;

    @BeforeEach
    void open() throws IOException {
        fixture = new RegistryFixture(TestDatabase.create());
        file = fixture.newFile();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ImportState begin(boolean startOver) {
        return await(fixture.registry.begin(file, startOver));
    }

    private ImportState load(ImportState state, Content... rows) {
        return await(fixture.registry.load(state.run(), batch(state.pass(), state.reached(), rows)));
    }

    private List<RejectedLine> rejections(ImportState state, long after, int most) {
        return await(fixture.registry.rejections(state.run(), after, most));
    }

    @Test
    void goesOnBehindTheLastCommitWithWhatWasCounted() {
        ImportState loaded =
                load(begin(false), resident(number(1)), Rejection.of(Reason.NOT_UTF8), resident(number(2)));
        assertThat(loaded.reached()).isEqualTo(new Position(3, 300));
        assertThat(loaded.tally()).isEqualTo(new Tally(new Count(2, 0, 0), Count.NONE, 1));
        assertThat(begin(false)).isEqualTo(loaded);
        ImportState next = await(fixture.registry.endPass(loaded, new Position(1, 100)));
        assertThat(next.pass()).isEqualTo(Pass.GUARDIANSHIPS);
        assertThat(next.reached()).isEqualTo(new Position(1, 100));
        assertThat(begin(false)).isEqualTo(next);
    }

    @Test
    void beginsAnewAfterTheEndAndOnDemandAndForgetsTheOldRejections() {
        ImportState first = load(begin(false), Rejection.of(Reason.NOT_JSON));
        ImportState second = begin(true);
        assertThat(second.tally()).isEqualTo(Tally.NONE);
        assertThat(second.reached()).isEqualTo(Position.START);
        assertThat(rejections(first, 0, 10)).isEmpty();
        ImportState third = load(second, new Rejection(Reason.BAD_DATE, "issue_date"), Rejection.of(Reason.NOT_CSV));
        assertThat(rejections(third, 0, 10))
                .containsExactly(
                        new RejectedLine(1, new Rejection(Reason.BAD_DATE, "issue_date")),
                        new RejectedLine(2, Rejection.of(Reason.NOT_CSV)));
        assertThat(rejections(third, 1, 10)).hasSize(1);
        assertThat(rejections(third, 0, 1)).hasSize(1);
        ImportState done = await(fixture.registry.endPass(third, third.reached()));
        done = await(fixture.registry.endPass(done, done.reached()));
        assertThat(done.pass()).isEqualTo(Pass.DONE);
        assertThat(begin(false).run().number()).isEqualTo(3);
        assertThat(rejections(done, 0, 10)).isEmpty();
    }

    @Test
    void countsABatchOnceThatIsSentAgainAfterItsCommit() {
        ImportState state = begin(false);
        ImportState loaded = load(state, resident(number(1)), Rejection.of(Reason.NOT_UTF8));
        assertThat(load(state, resident(number(1)), Rejection.of(Reason.NOT_UTF8)))
                .isEqualTo(loaded);
    }

    @Test
    void stopsWhenAnotherProcessMovesTheSameImport() {
        ImportState state = begin(false);
        load(state, resident(number(1)));
        assertThatThrownBy(() -> load(state, resident(number(1)), resident(number(2))))
                .hasMessageContaining("another import of the same file is under way");
        ImportState anew = begin(true);
        load(anew, resident(number(1)));
        assertThatThrownBy(() -> load(state, resident(number(1))))
                .hasMessageContaining("another import of the same file is under way");
        assertThatThrownBy(() -> await(fixture.registry.endPass(state, Position.START)))
                .hasMessageContaining("another import of the same file is under way");
    }

    @Test
    void waitsForRowsThatSomebodyElseHasLocked() throws SQLException {
        load(begin(false), resident(number(1)), resident(number(2)));
        ImportState again = begin(true);
        Future<ImportState> loading;
        try (Connection connection = fixture.database.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM resident FOR UPDATE");
            loading = fixture.registry.load(
                    again.run(), batch(Pass.RESIDENTS, Position.START, resident(number(1)), resident(number(2))));
            long firstTry = Awaitility.await().until(this::waitingSince, since -> since > 0);
            Awaitility.await().until(this::waitingSince, since -> since > firstTry);
            assertThat(loading.isComplete()).isFalse();
            connection.rollback();
        }
        assertThat(await(loading).tally().residents()).isEqualTo(new Count(0, 0, 2));
    }

    /** When the query began that waits for a lock, in microseconds; 0 when none does. */
    private long waitingSince() {
        return fixture.database.number("SELECT coalesce(max(extract(epoch FROM query_start) * 1000000), 0)::bigint"
                + " FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()");
    }

    @Test
    void loadsInPartsWhatIsTooMuchForOneTransaction() {
        fixture.database.execute("""
                CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_sleep(0.15); RETURN NEW; END $$;
                CREATE TRIGGER slow BEFORE INSERT ON card FOR EACH ROW EXECUTE FUNCTION slow()
                """);
        List<Content> rows = new ArrayList<>();
        for (int n = 1; n <= 20; n++) {
            rows.add(resident(number(n)));
        }
        ImportState loaded = load(begin(false), rows.toArray(Content[]::new));
        assertThat(loaded.tally().residents()).isEqualTo(new Count(20, 0, 0));
        assertThat(fixture.database.number("SELECT count(DISTINCT xmin::text) FROM card"))
                .isGreaterThan(1);
    }

    @Test
    void outlivesConnectionsThatAreCut() {
        ImportState state = begin(false);
        for (int n = 1; n <= 30; n++) {
            Batch batch = batch(Pass.RESIDENTS, state.reached(), resident(number(n)), Rejection.of(Reason.NOT_JSON));
            Future<ImportState> loading = fixture.registry.load(state.run(), batch);
            if (n % 3 == 0) {
                fixture.database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE usename = 'farol_app' AND datname = current_database()");
            }
            state = await(loading);
        }
        assertThat(state.tally()).isEqualTo(new Tally(new Count(30, 0, 0), Count.NONE, 30));
        assertThat(fixture.database.number("SELECT count(*) FROM resident")).isEqualTo(30);
        assertThat(rejections(state, 0, 100)).hasSize(30);
    }

    @Test
    void stopsAtOnceAtAFaultThatWaitingDoesNotMend() {
        ImportState state = begin(false);
        fixture.database.execute("REVOKE INSERT ON card FROM farol_app");
        assertThatThrownBy(() -> load(state, resident(number(1))))
                .hasMessageContaining("SQLSTATE 42501")
                .hasMessageNotContaining(number(1).value());
    }

    @Test
    void refusesAKeyFileThatIsNotThisDatabases() throws IOException {
        load(begin(false), resident(number(1)));
        Path other = Files.createTempDirectory("farol-keys").resolve("other.p12");
        AtRestKeys.create(other, TestDatabase.KEY_STORE_PASSWORD, new SecureRandom());
        StoreConfig config = fixture.database.config();
        StoreConfig wrong = new StoreConfig(
                config.host(),
                config.port(),
                config.database(),
                config.user(),
                config.password(),
                null,
                2,
                other,
                config.keyStorePassword(),
                config.codeLife(),
                config.clockTolerance(),
                false);
        assertThatThrownBy(() -> await(PostgresCivilRegistry.open(fixture.vertx, wrong, RegistryFixture.CLOCK)))
                .hasMessageContaining("is it another key file?");
    }
}
