package mo.farol.store.binding;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.Guardianship;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.NewNotice;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Refusal;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class LedgerTest extends LedgerCase {
    LedgerTest(TestServer server) {
        super(server);
    }

    @Test
    void bindsAPhoneAndEndsTheOneBeforeByItsOwnEvent() {
        Change.Bind phone = Acts.phone(random, person.resident());
        EidEvent event = done(act(Acts.bind(phone, person.binding())));
        assertThat(event.keyId()).isEqualTo(phone.keyId().value());
        assertThat(event.id().version()).isEqualTo(7);
        Eid eid = eid();
        assertThat(event.eid()).isEqualTo(eid.handle());
        HeldBinding fresh = eid.bindings().getFirst();
        assertThat(fresh.handle()).isEqualTo(event.binding());
        assertThat(fresh.id()).isEqualTo(event.event().about());
        assertThat(fresh.status()).isEqualTo(BindingStatus.ACTIVE);
        assertThat(fresh.way()).isEqualTo(BindingWay.FACE);
        assertThat(fresh.actor()).isEqualTo(person.resident());
        assertThat(fresh.boundAt())
                .isBetween(event.at().minusMillis(1), event.at().plusSeconds(1));
        assertThat(fresh.endedBy()).isNull();
        HeldBinding old = eid.bindings().get(1);
        assertThat(old.status()).isEqualTo(BindingStatus.SUPERSEDED);
        assertThat(old.endedBy()).isNotEqualTo(event.id());
        assertThat(count("eid_event WHERE id = '" + old.endedBy() + "' AND kind = 2 AND binding = " + old.id()))
                .isOne();
        assertThat(count("binding WHERE id = " + old.id() + " AND ended_at = '" + event.at() + "'"))
                .isOne();
        assertThat(count("binding WHERE id = " + fresh.id() + " AND key_level = 2 AND ended_at IS NULL"))
                .isOne();
        assertThat(count("eid_event WHERE resident = " + person.resident())).isEqualTo(2);
    }

    @Test
    void everyActHoldsForTheNextScanOnAnotherGateway() {
        done(act(Acts.move(BindingAct.SUSPEND)));
        scanRefused(person, Refusal.SUSPENDED);
        done(act(Acts.move(BindingAct.RESUME)));
        assertThat(scanElsewhere(person)).isInstanceOf(Decision.Accepted.class);
        Change.Bind phone = Acts.phone(random, person.resident());
        EidEvent bound = done(act(Acts.rebind(phone)));
        scanRefused(person, Refusal.SUPERSEDED);
        long row = java.util.Objects.requireNonNull(bound.event().about());
        Person rebound = new Person(person.resident(), row, phone.keyId(), phone.key(), person.fields());
        assertThat(scanElsewhere(rebound)).isInstanceOf(Decision.Accepted.class);
        done(act(Acts.always(Acts.ruling(
                Acts.done(EventKind.CARD_EVENT, null), new Change.Card(CardStatus.CANCELLED, null, 1, true)))));
        scanRefused(rebound, Refusal.CARD_CANCELLED);
        done(act(Acts.move(BindingAct.UNBIND)));
        scanRefused(rebound, Refusal.UNBOUND);
    }

    @Test
    void recordsARefusalAndChangesNothing() {
        done(act(Acts.move(BindingAct.UNBIND)));
        EidEvent refusal = refused(act(Acts.move(BindingAct.UNBIND)), BindingRefusal.ALREADY_UNBOUND);
        assertThat(count("eid_event WHERE refusal = 25 AND id = '" + refusal.id() + "'"))
                .isOne();
        assertThat(eid().bindings().getFirst().endedBy()).isNotEqualTo(refusal.id());
    }

    @Test
    void keepsCardAndGuardiansAsTheRegistrysEventsHaveThem() {
        Person parent = world.person();
        Change.Guardian granted = new Change.Guardian(parent.resident(), GuardianKind.PARENT, true, 3);
        LocalDate expires = LocalDate.of(2031, 5, 6);
        act(Acts.always(Acts.ruling(
                Acts.done(EventKind.GUARDIAN_GRANTED, null),
                granted,
                new Change.Card(CardStatus.REPORTED_LOST, expires, 9, false))));
        assertThat(eid().card()).isEqualTo(new HeldCard(CardStatus.REPORTED_LOST, expires, 9, false));
        assertThat(eid().guardians())
                .containsExactly(new Guardianship(parent.resident(), GuardianKind.PARENT, false, true, 3));
        database.execute("UPDATE resident SET multiple = true WHERE id = " + parent.resident());
        Change.Guardian withdrawn = new Change.Guardian(parent.resident(), GuardianKind.GUARDIAN, false, 4);
        act(Acts.always(Acts.ruling(Acts.done(EventKind.GUARDIAN_WITHDRAWN, null), granted, withdrawn)));
        assertThat(eid().guardians())
                .containsExactly(new Guardianship(parent.resident(), GuardianKind.GUARDIAN, true, false, 4));
    }

    @Test
    void showsTheRuleTheWholeEIdAndTheDatabasesTime() {
        List<Eid> shown = new CopyOnWriteArrayList<>();
        EidEvent event = done(act((eid, now) -> {
            shown.add(eid);
            assertThat(Duration.between(now, Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
            return Acts.ruling(Acts.done(EventKind.CARD_EVENT, null));
        }));
        Eid eid = shown.getFirst();
        assertThat(eid).isEqualTo(eid());
        assertThat(eid.handle()).isEqualTo(event.eid());
        assertThat(eid.born()).isEqualTo(LocalDate.of(1980, 2, 3));
        assertThat(await(other.eids().byHandle(eid.handle()))).contains(eid);
        assertThat(await(other.eids().byBinding(eid.bindings().getFirst().handle())))
                .contains(eid);
        assertThat(await(other.eids().byBinding(eid.handle()))).isEmpty();
        assertThat(await(other.eids().byHandle(new java.util.UUID(1, 2)))).isEmpty();
    }

    @Test
    void takesSomebodyWithoutABirthDateForAMinorWhoNobodyBinds() {
        database.execute("DELETE FROM resident_field WHERE field = 5 AND resident = " + person.resident());
        assertThat(eid().isMinorOn(LocalDate.of(2200, 1, 1))).isTrue();
    }

    @Test
    void tellsWhoIsNamedAndMailsWhoHasAnAddress() {
        Person parent = world.person();
        database.execute("INSERT INTO contact VALUES (" + parent.resident() + ", 1, '\\x01'), (" + person.resident()
                + ", 1, null)");
        NewEvent unbound = Acts.done(EventKind.UNBOUND, person.binding());
        NewEvent withdrawn = Acts.done(EventKind.GUARDIAN_WITHDRAWN, null);
        EidEvent first = done(act(Acts.always(new Ruling(
                List.of(withdrawn, unbound),
                List.of(new Change.Move(person.binding(), BindingStatus.UNBOUND)),
                List.of(
                        new NewNotice(parent.resident(), NoticeKind.GUARDIAN_WITHDRAWN),
                        new NewNotice(person.resident(), NoticeKind.UNBOUND))))));
        assertThat(count("notice WHERE kind = 8 AND mail = 1 AND mail_after <= now() AND event = '" + first.id()
                        + "' AND resident = " + parent.resident() + " AND about = " + person.resident()))
                .isOne();
        assertThat(count("notice n JOIN eid_event e ON e.id = n.event WHERE n.kind = 5 AND n.mail = 4 AND e.kind = 5"
                        + " AND n.at = e.at AND n.resident = " + person.resident()))
                .isOne();
        assertThat(eid().bindings().getFirst().endedBy()).isNotEqualTo(first.id());
    }

    @Test
    void neverHasAPhonesNameInTheClear() {
        done(act(Acts.rebind(Acts.phone(random, person.resident()))));
        for (String text : List.of(Acts.PHONE.name(), Acts.PHONE.model())) {
            String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
            assertThat(count("binding b WHERE row_to_json(b)::text LIKE '%" + text.replace("'", "''") + "%'"))
                    .isZero();
            assertThat(count("binding b WHERE row_to_json(b)::text LIKE '%" + hex + "%'"))
                    .isZero();
        }
        assertThat(count("binding WHERE length(sealed_phone) > 28")).isOne();
    }

    @Test
    void changesNothingWhenTheRuleFails() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> act((eid, now) -> {
                        throw new UnsupportedOperationException("a rule's bug");
                    }))
                    .hasMessageContaining("a rule's bug");
        }
        assertThat(count("eid_event")).isZero();
        done(act(Acts.move(BindingAct.SUSPEND)));
    }

    @Test
    void changesNothingWhenTheRulingIsAboutAnothersBinding() {
        Person stranger = world.person();
        assertThatThrownBy(() -> act(Acts.always(Acts.ruling(
                        Acts.done(EventKind.UNBOUND, stranger.binding()),
                        new Change.Move(stranger.binding(), BindingStatus.UNBOUND)))))
                .hasMessageContaining("bindings that the e-ID has not");
        assertThat(count("eid_event")).isZero();
        assertThat(scanElsewhere(stranger)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void knowsNoEIdThatIsNotThere() {
        assertThatThrownBy(
                        () -> await(store.eidLedger().decide(987_654, Acts.request(1), Acts.move(BindingAct.SUSPEND))))
                .hasMessageContaining("no such e-ID");
    }

    @Test
    void recordsEveryKindOfActor() {
        for (Actor actor : List.of(
                new Actor.Resident(person.resident()),
                new Actor.Operator(List.of("officer-a", "officer-b")),
                new Actor.Kiosk(4),
                new Actor.Policy())) {
            NewEvent event = new NewEvent(
                    EventKind.COUNTER_CASE, null, Optional.empty(), Channel.DSI_COUNTER, actor, null, "case 7");
            long scope = random.nextLong();
            EidEvent entered = done(await(
                    store.eidLedger().decide(person.resident(), Acts.request(scope), Acts.always(Acts.ruling(event)))));
            Entered replayed = await(
                    other.eidLedger().decide(person.resident(), Acts.request(scope), Acts.move(BindingAct.UNBIND)));
            assertThat(replayed).isEqualTo(new Entered.Done(entered, true));
        }
    }

    @Test
    void asksAnsweredRequestsNoRuleAgain() {
        Change.Bind phone = Acts.phone(random, person.resident());
        EidEvent bound = done(await(decide(1, 1, Acts.rebind(phone))));
        assertThat(await(decideElsewhere(1, 1, Acts.move(BindingAct.UNBIND)))).isEqualTo(new Entered.Done(bound, true));
        EidEvent refused = refused(await(decide(2, 2, Acts.move(BindingAct.RESUME))), BindingRefusal.NOT_SUSPENDED);
        done(act(Acts.move(BindingAct.SUSPEND)));
        assertThat(await(decideElsewhere(2, 2, Acts.move(BindingAct.RESUME))))
                .isEqualTo(new Entered.Refused(BindingRefusal.NOT_SUSPENDED, refused, true));
        assertThat(await(decide(1, 9, Acts.move(BindingAct.UNBIND)))).isEqualTo(new Entered.KeyReused());
        assertThat(count("eid_event")).isEqualTo(4);
    }

    private io.vertx.core.Future<Entered> decide(long scope, long body, mo.farol.core.binding.EidLedger.Rule rule) {
        return store.eidLedger().decide(person.resident(), Acts.request(scope, body), rule);
    }

    private io.vertx.core.Future<Entered> decideElsewhere(
            long scope, long body, mo.farol.core.binding.EidLedger.Rule rule) {
        return other.eidLedger().decide(person.resident(), Acts.request(scope, body), rule);
    }

    private Eid eid() {
        return await(other.eids().byRow(person.resident())).orElseThrow();
    }

    private void scanRefused(Person of, Refusal refusal) {
        assertThat(scanElsewhere(of))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
