package mo.farol.store.accesslog.seal;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import mo.farol.core.accesslog.audit.AuditReport;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.EventKind;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.Refusal;
import mo.farol.store.Store;
import mo.farol.store.accesslog.restore.LogRestore;
import mo.farol.store.accesslog.restore.LostChange;
import mo.farol.store.accesslog.restore.RestorePlan;
import mo.farol.store.accesslog.restore.Restored;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.Test;

class RestoreTest extends LogCase {
    private LogRestore restore() {
        await(store.close());
        return await(LogRestore.open(vertx, database.config(), settings()));
    }

    private long status(Person of) {
        return database.number("SELECT status FROM binding WHERE id = " + of.binding());
    }

    @Test
    void beginsANewEpochAndSuspendsWhatMayHaveChanged() throws IOException {
        record(5);
        awaitPublished(6);
        Redemption unused = world.redemption(person, world.code(person));
        LogRestore restore = restore();
        cutTo(4);

        RestorePlan plan = await(restore.plan());
        assertThat(plan.lost()).isEqualTo(2);
        assertThat(plan.cut()).isTrue();
        Restored done = await(restore.run(plan, List.of(), true));
        await(restore.close());

        assertThat(done).isEqualTo(new Restored(2, 0, 1));
        assertThat(status(person)).isEqualTo(BindingStatus.SUSPENDED.number());
        store = await(Store.open(vertx, database.config(), settings()));
        assertThat(await(store.arbiter().redeem(unused)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isIn(Refusal.SUSPENDED, Refusal.EXPIRED));
        // The cut, the suspension's event and the refusal are the new epoch's first entries.
        awaitPublished(7);
        AuditReport report = audit(witnessed());
        assertThat(report.findings()).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("epoch 2 at 4 entries; 6 had been witnessed");
        assertThat(database.number("SELECT count(*) FROM notice WHERE kind = 3 AND resident = " + person.resident()))
                .isOne();
    }

    @Test
    void repeatsEndingsFromAnExportAndLetsTheOthersRest() {
        Person lost = world.person();
        Person replaced = world.person();
        Person resumed = world.person();
        record(5);
        awaitPublished(6);
        LogRestore restore = restore();
        cutTo(4);

        Restored done = await(restore.run(
                await(restore.plan()),
                List.of(
                        new LostChange(lost.resident(), lost.binding(), EventKind.SUSPENDED.number()),
                        new LostChange(lost.resident(), lost.binding(), EventKind.UNBOUND.number()),
                        new LostChange(replaced.resident(), replaced.binding(), EventKind.SUPERSEDED.number()),
                        new LostChange(replaced.resident(), 9999, EventKind.BOUND.number()),
                        new LostChange(resumed.resident(), resumed.binding(), EventKind.RESUMED.number())),
                false));
        await(restore.close());
        store = await(Store.open(vertx, database.config(), settings()));

        assertThat(done).isEqualTo(new Restored(2, 2, 1));
        assertThat(status(lost)).isEqualTo(BindingStatus.UNBOUND.number());
        assertThat(status(replaced)).isEqualTo(BindingStatus.SUPERSEDED.number());
        assertThat(status(resumed)).isEqualTo(BindingStatus.SUSPENDED.number());
        assertThat(status(person)).isEqualTo(BindingStatus.ACTIVE.number());
    }

    @Test
    void leavesALogThatLostNothingInItsEpoch() throws IOException {
        record(5);
        awaitPublished(6);
        LogRestore restore = restore();

        RestorePlan plan = await(restore.plan());
        assertThat(plan.cut()).isFalse();
        assertThat(await(restore.run(plan, List.of(), false))).isEqualTo(new Restored(1, 0, 0));
        await(restore.close());
        store = await(Store.open(vertx, database.config(), settings()));

        assertThat(status(person)).isEqualTo(BindingStatus.ACTIVE.number());
        assertThat(audit(witnessed()).findings()).isEmpty();
    }
}
