package mo.farol.store.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.policy.Grant;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.store.Store;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class ThousandActsTest extends LedgerCase {
    private static final int CLIENTS = 20;
    private static final int ACTS_EACH = 50;
    private static final int EIDS = 20;
    private static final int MOST_TRIES = 30;

    private final ActHistory history = new ActHistory();
    private final Map<Long, Person> latest = new ConcurrentHashMap<>();
    private final AtomicLong scope = new AtomicLong();
    private final List<Person> people = new ArrayList<>();
    private volatile @Nullable Grant grant;

    ThousandActsTest(TestServer server) {
        super(server);
    }

    @Test
    void leaveAtMostOneLiveBindingAtEveryInstantAndNoScanOfOneThatWasEnded() throws Exception {
        for (int i = 0; i < EIDS; i++) {
            people.add(world.person());
        }
        grant = world.grant();
        // Each e-ID's life begins with a binding that the history knows.
        database.execute("UPDATE binding SET status = 4");
        List<Future<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(client(i % 2 == 0 ? store : other, i % 2 == 0 ? other : store, new Random(1_000L + i)));
        }
        Future.all(clients).toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
        int recorded = history.check(database);
        assertThat(count("eid_request")).isEqualTo(CLIENTS * ACTS_EACH);
        assertThat(recorded).isGreaterThan(CLIENTS * ACTS_EACH / 2);
        assertThat(history.acceptedScans()).isGreaterThan(50);
        assertThat(count("(SELECT resident FROM binding WHERE status IN (1, 2) GROUP BY 1 HAVING count(*) > 1) twice"))
                .isZero();
        assertThat(database.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isZero();
    }

    private Future<Void> client(Store here, Store there, Random dice) {
        Future<Void> done = Future.succeededFuture();
        for (int i = 0; i < ACTS_EACH; i++) {
            done = done.compose(before -> act(here, dice)).compose(acted -> scan(there, dice));
        }
        return done;
    }

    private Future<Void> act(Store at, Random dice) {
        Person on = people.get(dice.nextInt(EIDS));
        Change.Bind phone = Acts.phone(dice, on.resident());
        EidLedger.Rule rule = switch (dice.nextInt(5)) {
            case 0 -> Acts.move(BindingAct.UNBIND);
            case 1 -> Acts.move(BindingAct.SUSPEND);
            case 2 -> Acts.move(BindingAct.RESUME);
            default -> Acts.rebind(phone);
        };
        RequestKey request = Acts.request(scope.incrementAndGet());
        long begun = System.nanoTime();
        return persistently(() -> at.eidLedger().decide(on.resident(), request, rule), MOST_TRIES)
                .map(entered -> {
                    saw(on, phone, entered, begun);
                    return null;
                });
    }

    /** As a client does that is told that the outcome is not known now: the same request again. */
    private static Future<Entered> persistently(Supplier<Future<Entered>> request, int triesLeft) {
        return request.get()
                .recover(cause -> cause instanceof ArbiterUnreachable && triesLeft > 1
                        ? persistently(request, triesLeft - 1)
                        : Future.failedFuture(cause));
    }

    private void saw(Person on, Change.Bind phone, Entered entered, long begun) {
        switch (entered) {
            case Entered.Done done -> {
                history.acknowledged(done.event(), begun);
                if (Long.valueOf(phone.keyId().value()).equals(done.event().keyId())) {
                    long row = Objects.requireNonNull(done.event().event().about());
                    latest.put(on.resident(), new Person(on.resident(), row, phone.keyId(), phone.key(), on.fields()));
                }
            }
            case Entered.Refused refused ->
                assertThat(refused.why())
                        .isIn(
                                BindingRefusal.ALREADY_UNBOUND,
                                BindingRefusal.ALREADY_SUSPENDED,
                                BindingRefusal.NOT_SUSPENDED,
                                BindingRefusal.ALREADY_SUPERSEDED);
            case Entered.KeyReused reused -> throw new AssertionError("no key was reused");
        }
    }

    private Future<Void> scan(Store at, Random dice) {
        Person of = latest.get(people.get(dice.nextInt(EIDS)).resident());
        if (of == null) {
            return Future.succeededFuture();
        }
        Redemption scan = redemption(of);
        long begun = System.nanoTime();
        return at.arbiter().redeem(scan).map(decision -> {
            if (decision instanceof Decision.Accepted) {
                history.accepted(of.binding(), begun);
            }
            return null;
        });
    }

    private synchronized Redemption redemption(Person of) {
        return world.redemption(
                of,
                world.code(of),
                world.circumstances(world.terminal(), scope.incrementAndGet(), null, Objects.requireNonNull(grant)));
    }
}
