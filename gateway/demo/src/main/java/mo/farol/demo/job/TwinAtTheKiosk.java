package mo.farol.demo.job;

import java.util.Locale;
import mo.farol.demo.cast.CastBinder;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.kiosk.KioskClient;
import mo.farol.phone.wallet.PendingKey;
import mo.farol.phone.wallet.Wallet;

/** A twin, whose face may be the other twin's, binds at a kiosk with a number, a card and a finger. */
final class TwinAtTheKiosk implements Act {
    private static final int TWIN = 18;
    private static final int TRIES = 5;

    @Override
    public String title() {
        return "A twin binds at a kiosk";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        CastBinder binder = stage.binder();
        Wallet phone = stage.phones().of(TWIN);
        Done.refused(
                say,
                "by a face check",
                binder.byFace(TWIN, phone, stage.member(TWIN).eid(), true),
                "kiosk_required");

        PendingKey first = binder.begin(TWIN, phone);
        String number = binder.number(TWIN, phone, first);
        say.note("the phone shows a number of eight digits");
        for (int i = 1; i <= TRIES; i++) {
            Done.refused(say, "another number, try " + i, use(stage, true, other(number, i)), "kiosk_number_unknown");
        }
        Done.refused(say, "after them the right number", use(stage, true, number), "kiosk_number_locked");

        PendingKey second = binder.begin(TWIN, phone);
        String fresh = binder.number(TWIN, phone, second);
        Done.refused(say, "a fresh number with another's finger", use(stage, false, fresh), "fingerprint_not_matched");
        Done.expect(say, "card, finger and number: bound", use(stage, true, fresh));
        say.expect("the phone finds out by asking", binder.isBound(TWIN, phone, second), "the number still waits");
        stage.keep(TWIN);
        Visits.expect(say, "the twin's code", stage, TWIN, "verified");
        Done.refused(say, "the number once more", use(stage, true, fresh), "kiosk_number_used");
    }

    private static ApiAnswer<KioskClient.KioskReceipt> use(Stage stage, boolean ownFinger, String number)
            throws Exception {
        return stage.kiosk().use(stage.member(TWIN).idNumber(), ownFinger, number);
    }

    /** A number that is not on the phone. */
    private static String other(String number, int by) {
        return String.format(Locale.ROOT, "%08d", (Integer.parseInt(number) + by) % 100_000_000);
    }
}
