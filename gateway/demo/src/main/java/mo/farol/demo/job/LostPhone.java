package mo.farol.demo.job;

import java.util.UUID;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.http.StepUp;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.ResidentClient;

/** A phone is lost: an ordinary sign-in on the web stops it; to let it go on takes more. */
final class LostPhone implements Act {
    private static final int RESIDENT = 8;

    @Override
    public String title() {
        return "A phone is lost, and found again";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        UUID binding = stage.held(RESIDENT).binding();
        ResidentClient ordinary = stage.account(RESIDENT, SignInClient.ONE_ACCOUNT_WEB, false);
        ResidentClient strong = stage.account(RESIDENT, SignInClient.ONE_ACCOUNT_WEB, true);
        ApiAnswer<Receipt> suspended = ordinary.suspend(binding, "lost");
        Done.expect(say, "suspended on the web, with an ordinary sign-in", suspended);
        say.expect(
                "the receipt names the channel: one_account_web",
                suspended
                        .given()
                        .map(Receipt::channel)
                        .filter("one_account_web"::equals)
                        .isPresent(),
                suspended);
        Visits.expect(say, "the next code", stage, RESIDENT, "refused suspended");
        Done.refused(say, "suspended once more", ordinary.suspend(binding, null), "already_suspended");

        ApiAnswer<Receipt> weak = ordinary.resume(binding);
        Done.refused(say, "resumed with the same sign-in", weak, "insufficient_user_authentication");
        String wanted = weak instanceof ApiAnswer.Refused<Receipt> refused
                ? refused.stepUp().map(StepUp::acrValues).orElse("")
                : "";
        say.expect("the answer says which sign-in would do", !wanted.isEmpty(), "nothing");
        Done.expect(say, "resumed with a second proof", strong.resume(binding));
        Visits.expect(say, "the next code", stage, RESIDENT, "verified");
    }
}
