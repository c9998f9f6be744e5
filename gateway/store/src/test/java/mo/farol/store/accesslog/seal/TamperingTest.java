package mo.farol.store.accesslog.seal;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import mo.farol.core.accesslog.audit.AuditReport;
import mo.farol.core.accesslog.audit.Finding;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with all rights over the database changes what was sealed: the audit names the first entry. */
class TamperingTest extends LogCase {
    private static final String FOURTH = "(SELECT id FROM log_leaf WHERE index = 3)";
    private static final String AN_EVENT = """
            INSERT INTO eid_event (id, at, resident, binding, kind, channel, actor, by_names, reason, salt)
            VALUES (gen_random_uuid(), now(), 1, 1, 3, 4, 2, '{officer-1,officer-2}', 'back\\slash 關閘', sha256('s'))
            """;

    @BeforeEach
    void seal() {
        record(3);
        database.execute(AN_EVENT);
        record(2);
        awaitPublished(8);
        await(store.close());
        store = await(Store.open(vertx, database.config()));
    }

    private Finding first(List<SignedCheckpoint> older) throws IOException {
        return audit(older).first().orElseThrow();
    }

    @Test
    void findsNothingInALogThatNobodyTouched() throws IOException {
        AuditReport report = audit(witnessed());
        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access_record SET outcome = 2 WHERE attempt = " + FOURTH,
                "UPDATE access_record SET at = at + interval '1 microsecond' WHERE attempt = " + FOURTH,
                "UPDATE access_record SET place = 'elsewhere' WHERE attempt = " + FOURTH,
                "UPDATE access_record SET resident = resident + 1 WHERE attempt = " + FOURTH,
                "UPDATE access_record SET salt = sha256('x') WHERE attempt = " + FOURTH,
                "DELETE FROM access_record WHERE attempt = " + FOURTH,
                "DELETE FROM log_leaf WHERE index = 3",
                "UPDATE log_leaf SET leaf = sha256('x') WHERE index = 3",
                "UPDATE log_leaf SET index = 100 WHERE index = 3; UPDATE log_leaf SET index = 3 WHERE index = 5;"
                        + " UPDATE log_leaf SET index = 5 WHERE index = 100",
                "UPDATE log_tile SET hashes = overlay(hashes PLACING sha256('x') FROM 97)"
            })
    void namesTheFourthEntryWhenItIsChangedDeletedOrMoved(String change) throws IOException {
        asSuperuser(change);
        assertThat(first(List.of()).index()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE eid_event SET kind = 4",
                "UPDATE eid_event SET by_names = '{officer-1officer-2}'",
                "UPDATE eid_event SET detail = ''",
                "DELETE FROM eid_event"
            })
    void namesTheEventThatIsChangedOrDeleted(String change) throws IOException {
        long index = database.number("SELECT index FROM log_leaf WHERE kind = 2");
        asSuperuser(change);
        assertThat(first(List.of()).index()).isEqualTo(index);
    }

    @Test
    void findsAChangeThatCoversItsTracksDownToTheTiles() throws IOException {
        asSuperuser("UPDATE access_record SET outcome = 2 WHERE attempt = " + FOURTH);
        asSuperuser("UPDATE log_leaf l SET leaf = r.leaf FROM access_record r WHERE r.attempt = l.id");
        asSuperuser("UPDATE log_tile SET hashes = overlay(hashes PLACING (SELECT sha256('\\x00'::bytea || leaf)"
                + " FROM log_leaf WHERE index = 3) FROM 97)");

        Finding found = first(List.of());
        assertThat(found.index()).isLessThanOrEqualTo(3);
        assertThat(found.what()).contains("not those that the checkpoint was signed for");
    }

    @Test
    void findsACutTailByAnOlderCheckpoint() throws IOException {
        cutTo(5);
        assertThat(audit(List.of()).findings()).isEmpty();
        Finding found = first(witnessed());
        assertThat(found.index()).isEqualTo(5);
        assertThat(found.what()).contains("8 entries was signed: 3 are cut off");
    }

    @Test
    void aGatewayDoesNotDecideByADatabaseThatIsBehindItsWitness() {
        cutTo(5);
        assertThatThrownBy(() -> await(Store.open(vertx, database.config(), settings())))
                .hasMessageContaining("ends before the last checkpoint of")
                .hasMessageContaining(witness.toString());
    }

    @Test
    void aGatewayDoesNotDecideByADatabaseWithAnotherLog() {
        asSuperuser("UPDATE log_tile SET hashes = overlay(hashes PLACING sha256('x') FROM 33)");
        asSuperuser("UPDATE log_tree SET root = sha256('another')");
        assertThatThrownBy(() -> await(Store.open(vertx, database.config(), settings())))
                .hasMessageContaining("is not the one that")
                .hasMessageContaining("audit verify");
    }
}
