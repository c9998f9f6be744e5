package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.CardEventKind;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.registry.CardStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the civil registry reports about cards: once each, in order, and with effect at once. */
class CardEventTest {
    private static final LocalDate NEW_EXPIRY = LocalDate.of(2036, 1, 31);

    private final Life life = new Life();
    private final long anna = life.adult();
    private UUID binding = new UUID(0, 0);

    @BeforeEach
    void bind() {
        given(life.bind(anna, null));
        binding = life.live(anna).handle();
    }

    @Test
    void aLostCardLeavesTheEidAtWork() {
        EidEvent event = given(report(CardEventKind.LOST, 1));
        assertThat(card().status()).isEqualTo(CardStatus.REPORTED_LOST);
        assertThat(card().sequence()).isEqualTo(1);
        assertThat(life.live(anna).status()).isEqualTo(BindingStatus.ACTIVE);
        assertThat(event.event().kind()).isEqualTo(EventKind.CARD_EVENT);
        assertThat(event.event().channel()).isEqualTo(Channel.CIVIL_REGISTRY);
        assertThat(event.event().actor()).isInstanceOf(Actor.Operator.class);
        assertThat(event.event().detail()).isEqualTo("card=lost registry_event=lost-1");
    }

    @Test
    void aFoundCardIsOnRecordUntilItIsRestored() {
        given(report(CardEventKind.FOUND, 1));
        assertThat(card().status()).isEqualTo(CardStatus.REPORTED_FOUND);
        given(report(CardEventKind.RESTORED, 2));
        assertThat(card().status()).isEqualTo(CardStatus.IN_FORCE);
        assertThat(card().expires()).isEqualTo(LocalDate.of(2033, 6, 30));
    }

    @ParameterizedTest
    @EnumSource(names = {"ISSUED", "REPLACED"})
    void aNewCardIsInForceWithItsOwnExpiry(CardEventKind kind) {
        given(report(CardEventKind.LOST, 1));
        given(life.bindings.cardEvent(Life.REGISTRY, new CardEvent(anna, "new", 2, kind, NEW_EXPIRY), life.request()));
        assertThat(card()).isEqualTo(new HeldCard(CardStatus.IN_FORCE, NEW_EXPIRY, 2, false));
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void aCancelledCardEndsTheBindingAtOnce() {
        given(report(CardEventKind.CANCELLED, 1));
        assertThat(card().status()).isEqualTo(CardStatus.CANCELLED);
        assertThat(life.isBound(anna)).isFalse();
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.UNBOUND);
        assertThat(life.lastEvent().binding()).isEqualTo(binding);
        assertThat(life.people.eid(anna).binding(binding).orElseThrow().endedBy())
                .isEqualTo(life.lastEvent().id());
        assertThat(life.toldOf(NoticeKind.CARD_CANCELLED)).containsExactly(anna);
        assertThat(life.toldOf(NoticeKind.UNBOUND)).containsExactly(anna);
    }

    @Test
    void aNewCardAfterACancelledOneIsBoundAnew() {
        given(report(CardEventKind.CANCELLED, 1));
        assertThat(life.refused(done(life.bindings.challenge(
                        Life.app(anna), life.people.handle(anna), life.newKey().publicKey(), Life.PHONE, null))))
                .isEqualTo(BindingRefusal.CARD_NOT_IN_FORCE);
        given(report(CardEventKind.ISSUED, 2));
        assertThat(life.isBound(anna)).isFalse();
        given(life.bind(anna, null));
    }

    @Test
    void deathEndsEverythingAndIsFinal() {
        given(report(CardEventKind.DEATH, 1));
        assertThat(card().dead()).isTrue();
        assertThat(card().status()).isEqualTo(CardStatus.CANCELLED);
        assertThat(life.isBound(anna)).isFalse();
        long sequence = 2;
        for (CardEventKind kind : CardEventKind.values()) {
            assertThat(life.refused(done(report(kind, sequence++)))).isEqualTo(BindingRefusal.ILLEGAL_CARD_EVENT);
        }
        assertThat(card()).isEqualTo(new HeldCard(CardStatus.CANCELLED, LocalDate.of(2033, 6, 30), 1, true));
    }

    @Test
    void aLateReportOfDeathIsNotTooLate() {
        given(report(CardEventKind.EXPIRED, 9));
        given(report(CardEventKind.DEATH, 8));
        assertThat(card().dead()).isTrue();
        assertThat(card().sequence()).isEqualTo(9);
        assertThat(life.isBound(anna)).isFalse();
    }

    @Test
    void anExpiredCardIsTold() {
        HeldCard before = card();
        given(report(CardEventKind.EXPIRED, 1));
        assertThat(card()).isEqualTo(new HeldCard(before.status(), before.expires(), 1, false));
        assertThat(life.isBound(anna)).isTrue();
        assertThat(life.toldOf(NoticeKind.CARD_EXPIRED)).containsExactly(anna);
    }

    @Test
    void anOlderEventChangesNothingAndIsOnRecord() {
        given(report(CardEventKind.LOST, 5));
        HeldCard before = card();
        assertThat(life.refused(done(report(CardEventKind.CANCELLED, 4)))).isEqualTo(BindingRefusal.OUT_OF_DATE);
        assertThat(life.refused(done(report(CardEventKind.FOUND, 5)))).isEqualTo(BindingRefusal.OUT_OF_DATE);
        assertThat(card()).isEqualTo(before);
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void anEventSentAgainIsDoneOnceWhoeverSendsIt() {
        EidEvent first = given(report(CardEventKind.LOST, 1));
        Answer<EidEvent> again = done(life.bindings.cardEvent(
                Life.OFFICER, new CardEvent(anna, "lost-1", 1, CardEventKind.LOST, null), life.request()));
        assertThat(again).isEqualTo(new Answer.Given<>(first, true));
    }

    @Test
    void anEventOfTheSameNameThatSaysSomethingElseIsNotTakenForIt() {
        given(report(CardEventKind.LOST, 1));
        assertThat(done(life.bindings.cardEvent(
                        Life.REGISTRY,
                        new CardEvent(anna, "lost-1", 2, CardEventKind.CANCELLED, null),
                        life.request())))
                .isInstanceOf(Answer.KeyReused.class);
        assertThat(life.isBound(anna)).isTrue();
    }

    @Test
    void anEventSentAgainMuchLaterChangesNothing() {
        given(report(CardEventKind.LOST, 1));
        given(report(CardEventKind.RESTORED, 2));
        life.ledger.forgetRequests();
        assertThat(life.refused(done(report(CardEventKind.LOST, 1)))).isEqualTo(BindingRefusal.OUT_OF_DATE);
        assertThat(card().status()).isEqualTo(CardStatus.IN_FORCE);
    }

    @Test
    void nothingIsRestoredThatWasNotAway() {
        assertThat(life.refused(done(report(CardEventKind.RESTORED, 1)))).isEqualTo(BindingRefusal.ILLEGAL_CARD_EVENT);
    }

    @Test
    void aCancelledCardIsNotBroughtBackByAReport() {
        given(report(CardEventKind.CANCELLED, 1));
        long sequence = 2;
        for (CardEventKind kind : new CardEventKind[] {
            CardEventKind.LOST, CardEventKind.FOUND, CardEventKind.RESTORED, CardEventKind.EXPIRED
        }) {
            assertThat(life.refused(done(report(kind, sequence++)))).isEqualTo(BindingRefusal.ILLEGAL_CARD_EVENT);
        }
        assertThat(card().status()).isEqualTo(CardStatus.CANCELLED);
    }

    @Test
    void aMinorsGuardiansHearOfIt() {
        long child = life.minor(anna);
        given(life.bind(child, anna));
        given(life.bindings.cardEvent(
                Life.REGISTRY, new CardEvent(child, "c", 1, CardEventKind.CANCELLED, null), life.request()));
        assertThat(life.toldOf(NoticeKind.CARD_CANCELLED)).containsExactly(child, anna);
        assertThat(life.toldOf(NoticeKind.UNBOUND)).containsExactly(child, anna);
    }

    @Test
    void anEventAboutNobodyIsNotFound() {
        assertThat(done(life.bindings.cardEvent(
                        Life.REGISTRY, new CardEvent(999, "x", 1, CardEventKind.LOST, null), life.request())))
                .isInstanceOf(Answer.NotFound.class);
    }

    private HeldCard card() {
        return life.people.eid(anna).card();
    }

    private Future<Answer<EidEvent>> report(CardEventKind kind, long sequence) {
        String id = kind.name().toLowerCase(Locale.ROOT) + "-" + sequence;
        return life.bindings.cardEvent(Life.REGISTRY, new CardEvent(anna, id, sequence, kind, null), life.request());
    }
}
