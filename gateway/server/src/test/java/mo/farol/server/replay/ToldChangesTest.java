package mo.farol.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.registry.Enrolments;
import mo.farol.token.BindingKeyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldChangesTest {
    private static final RequestKey KEY = new RequestKey(new byte[32], new byte[32]);

    private final List<OutdatedFact> told = new ArrayList<>();
    private Promise<Void> commit = Promise.promise();

    /** Enrolments of which only the suspensions are asked. */
    private final Enrolments enrolments = (Enrolments) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Enrolments.class}, (proxy, method, words) -> commit.future());

    private final Enrolments watched = new ToldEnrolments(enrolments, told::add);

    @Test
    void aSuspensionIsToldOnceItIsCommittedAndBeforeItIsAcknowledged() {
        List<String> order = new ArrayList<>();
        new ToldEnrolments(enrolments, fact -> order.add("told"))
                .suspendTerminal(7, true)
                .onSuccess(done -> order.add("acknowledged"));
        assertThat(order).isEmpty();

        commit.complete();

        assertThat(order).containsExactly("told", "acknowledged");
    }

    @Test
    void eachKindOfSuspensionNamesWhatItOutdates() {
        commit.complete();

        watched.suspendTerminal(7, true);
        watched.suspendInstitution(8, true);
        watched.suspendMeans(9, false);

        assertThat(told)
                .containsExactly(
                        new OutdatedFact.Terminal(7), new OutdatedFact.AllTerminals(), new OutdatedFact.AllTerminals());
    }

    @Test
    void aSuspensionOfUnknownOutcomeIsToldAsWell() {
        commit.fail("the connection was lost");

        watched.suspendTerminal(7, true);

        assertThat(told).containsExactly(new OutdatedFact.Terminal(7));
    }

    @Test
    void anActOnABindingNamesItsKeyOnce() {
        EidEvent event = event(41L, Optional.empty());
        decide(new Entered.Done(event, false));
        decide(new Entered.Done(event, true));

        assertThat(told).containsExactly(new OutdatedFact.PublicKey(new BindingKeyId(41)));
    }

    @Test
    void whatChangedNothingIsNotTold() {
        decide(new Entered.Done(event(null, Optional.empty()), false));
        decide(new Entered.Refused(
                BindingRefusal.values()[0], event(41L, Optional.of(BindingRefusal.values()[0])), false));
        decide(new Entered.KeyReused());

        assertThat(told).isEmpty();
    }

    private void decide(Entered entered) {
        EidLedger ledger = (resident, request, rule) -> Future.succeededFuture(entered);
        assertThat(new ToldLedger(ledger, told::add)
                        .decide(1, KEY, (eid, now) -> {
                            throw new IllegalStateException("the ledger decides");
                        })
                        .result())
                .isSameAs(entered);
    }

    private static EidEvent event(@Nullable Long keyId, Optional<BindingRefusal> refusal) {
        NewEvent what = new NewEvent(EventKind.UNBOUND, 3L, refusal, Channel.APP, new Actor.Resident(1), null, null);
        return new EidEvent(new UUID(1, 1), Instant.EPOCH, 1, new UUID(2, 2), new UUID(3, 3), keyId, what);
    }
}
