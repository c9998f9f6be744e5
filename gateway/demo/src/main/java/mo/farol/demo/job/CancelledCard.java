package mo.farol.demo.job;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import mo.farol.demo.cast.RegistryEvents;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.phone.operator.CardEvent;
import mo.farol.phone.operator.OperatorClient;

/** A card is cancelled, and the e-ID with it, until there is a new one. */
final class CancelledCard implements Act {
    private static final int RESIDENT = 24;
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    @Override
    public String title() {
        return "A card is cancelled";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        UUID eid = stage.member(RESIDENT).eid();
        OperatorClient registry = stage.officer(OperatorRole.REGISTRY_OFFICER, 1);
        CardEvent cancelled = RegistryEvents.card(eid, "cancelled");
        CardEvent older = new CardEvent(eid, cancelled.id() + "-late", 1, "lost", null, null);
        Done.expect(say, "the registry reports it", registry.enter(cancelled));
        try {
            Visits.expect(say, "the next code", stage, RESIDENT, "refused unbound");
            Done.expect(say, "the same report again changes nothing", registry.enter(cancelled));
            Done.refused(say, "an older report that comes late", registry.enter(older), "out_of_date");
            Done.refused(
                    say,
                    "the resident binds again",
                    stage.binder().byFace(RESIDENT, stage.phones().of(RESIDENT), eid, true),
                    "card_not_in_force");
        } finally {
            registry.enter(RegistryEvents.newCard(eid, LocalDate.now(MACAU).plusYears(10)))
                    .orFail("issuing a new card");
        }
        stage.bindAgain(RESIDENT);
        Visits.expect(say, "with a new card, and bound again", stage, RESIDENT, "verified");
    }
}
