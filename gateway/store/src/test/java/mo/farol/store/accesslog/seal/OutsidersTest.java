package mo.farol.store.accesslog.seal;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.Witness.Shown;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.core.verification.Decision;
import mo.farol.store.Store;
import mo.farol.store.accesslog.restore.LogRestore;
import mo.farol.store.accesslog.restore.RestorePlan;
import mo.farol.store.accesslog.restore.Restored;
import mo.farol.store.testing.World;
import org.junit.jupiter.api.Test;

/** Witnesses in others' hands: what they are shown, and what their word and their silence stop. */
class OutsidersTest extends LogCase {
    private final FakeOutsider outsider = new FakeOutsider();

    @Override
    List<Witness> outsiders() {
        return List.of(outsider);
    }

    private void reopen() {
        store = await(Store.open(vertx, database.config(), settings()));
        world = World.in(store, 12);
        person = world.person();
    }

    private WitnessFigures figures() {
        return store.logFigures().outsiders().stream()
                .findFirst()
                .orElse(new WitnessFigures("not looked yet", -1, 0, false));
    }

    private void awaitCosigned(long size) {
        await().atMost(Duration.ofSeconds(20)).until(() -> figures().cosigned() == size);
    }

    private String published() {
        return await(store.logProofs().checkpoint()).orElseThrow();
    }

    private void verifies() {
        assertThat(await(store.arbiter().redeem(world.redemption(person, world.code(person)))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void areShownWhatIsPublishedAndTheirCosignaturesJoinIt() throws IOException, InvalidNote {
        record(5);
        awaitPublished(6);
        awaitCosigned(6);
        record(2);
        awaitPublished(9);
        awaitCosigned(9);

        await().atMost(Duration.ofSeconds(5)).until(() -> published().endsWith(FakeOutsider.LINE));
        SignedCheckpoint opened = SignedCheckpoint.open(published(), key.publicKey(NAME.base()));
        assertThat(outsider.seen).contains(opened.checkpoint());
        assertThat(published().split(FakeOutsider.LINE, -1)).hasSize(2);
        assertThat(figures().behindMillis()).isZero();
        assertThat(audit(witnessed()).findings()).isEmpty();
    }

    @Test
    void stopNothingWhenTheyCannotBeReached() {
        outsider.answer(newer -> Future.failedFuture(new IOException("nobody answers")));
        record(5);
        awaitPublished(6);

        assertThat(figures().disagrees()).isFalse();
        await().atMost(Duration.ofSeconds(5)).until(() -> figures().behindMillis() > 500);
        verifies();
        awaitPublished(7);

        outsider.behave();
        awaitCosigned(7);
        await().atMost(Duration.ofSeconds(5)).until(() -> figures().behindMillis() == 0);
    }

    @Test
    void stopNothingWhenTheyAreSlow() {
        Promise<Shown> answer = Promise.promise();
        await().atMost(Duration.ofSeconds(5)).until(() -> outsider.asked.get() > 0);
        outsider.answer(newer -> answer.future());
        record(5);
        awaitPublished(6);
        record(1);
        awaitPublished(8);
        assertThat(outsider.seen.map(Checkpoint::size).orElse(0L)).isLessThan(8);
        answer.fail("late");
    }

    /** Before it was asked for the first time, which takes its deadline at most. */
    @Test
    void areAskedBeforeAnythingIsSealed() throws Exception {
        await(store.close());
        Promise<Shown> answer = Promise.promise();
        outsider.answer(newer -> answer.future());
        reopen();
        record(3);
        await().atMost(Duration.ofSeconds(10)).until(() -> store.logFigures().oldestMillis() > 1500);
        assertThat(store.logFigures().size()).isZero();

        outsider.behave();
        answer.complete(new Shown.Kept(Optional.empty()));
        awaitPublished(4);
    }

    @Test
    void stopTheSealingAndNoVerificationOfADatabaseThatIsBehindThem() throws IOException {
        record(5);
        awaitPublished(6);
        awaitCosigned(6);
        await(store.close());
        cutTo(4);
        Files.delete(witness);
        reopen();
        await().atMost(Duration.ofSeconds(10)).until(() -> figures().disagrees());
        verifies();

        await().atMost(Duration.ofSeconds(10)).until(() -> store.logFigures().oldestMillis() > 1500);
        assertThat(store.logFigures().size()).isEqualTo(4);
        assertThat(store.readiness().problems()).isEmpty();
        assertThat(outsider.seen.orElseThrow().size()).isEqualTo(6);
    }

    @Test
    void stopTheSealingWhenTheyHaveSeenAnotherLog() {
        await(store.close());
        outsider.seen = Optional.of(new Checkpoint(NAME.base(), 2, TreeHash.leaf(new byte[] {7})));
        reopen();
        record(4);
        await().atMost(Duration.ofSeconds(10)).until(() -> figures().disagrees());
        assertThat(store.logFigures().size()).isZero();

        // Whoever keeps the witness has put it right.
        outsider.seen = Optional.empty();
        awaitPublished(5);
        assertThat(figures().disagrees()).isFalse();
    }

    @Test
    void mayHaveSeenWhatAnotherGatewayPublished() {
        record(2);
        awaitPublished(3);
        awaitCosigned(3);
        outsider.answer(newer ->
                Future.succeededFuture(new Shown.Ahead(newer.checkpoint().size())));
        record(1);
        awaitPublished(5);
        record(1);
        awaitPublished(7);
        assertThat(figures().disagrees()).isFalse();
    }

    @Test
    void tellARestoreWhatTheFilesHaveLost() throws IOException {
        record(5);
        awaitPublished(6);
        awaitCosigned(6);
        await(store.close());
        cutTo(4);
        Files.delete(witness);

        LogRestore restore = await(LogRestore.open(vertx, database.config(), settings()));
        RestorePlan plan = await(restore.plan());
        assertThat(plan.outside()).containsExactly("the witness witness.example/w1 has seen 6 entries");
        assertThat(plan.lost()).isEqualTo(2);
        assertThat(plan.cut()).isTrue();
        assertThat(await(restore.run(plan, List.of(), true))).isEqualTo(new Restored(2, 0, 1));
        await(restore.close());

        // To the witness, the new epoch is another log.
        outsider.seen = Optional.empty();
        reopen();
        awaitPublished(6);
        awaitCosigned(6);
        assertThat(audit(witnessed()).notes()).singleElement().asString().contains("6 had been witnessed");
    }
}
