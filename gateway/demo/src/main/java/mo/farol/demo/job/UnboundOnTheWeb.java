package mo.farol.demo.job;

import java.util.Optional;
import java.util.UUID;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.ResidentClient;

/** A resident unbinds a phone on DSI's web page, twice; somebody else cannot. */
final class UnboundOnTheWeb implements Act {
    private static final int RESIDENT = 10;
    private static final int SOMEBODY_ELSE = 11;

    @Override
    public String title() {
        return "A phone is unbound on DSI's web page";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        UUID binding = stage.held(RESIDENT).binding();
        ResidentClient web = stage.account(RESIDENT, SignInClient.DSI_WEB, true);
        Done.refused(
                say,
                "by somebody else",
                stage.account(SOMEBODY_ELSE, SignInClient.DSI_WEB, true).unbind(binding, "sold"),
                "not_found");
        Done.refused(
                say,
                "with an ordinary sign-in",
                stage.account(RESIDENT, SignInClient.DSI_WEB, false).unbind(binding, "sold"),
                "insufficient_user_authentication");
        ApiAnswer<Receipt> unbound = web.unbind(binding, "sold");
        Done.expect(say, "by the resident, with a second proof: unbound", unbound);
        Visits.expect(say, "the phone's next code", stage, RESIDENT, "refused unbound");

        ApiAnswer<Receipt> again = web.unbind(binding, "sold");
        Done.refused(say, "unbound once more", again, "already_unbound");
        say.expect(
                "that answer shows the earlier receipt",
                earlier(again)
                        .equals(unbound.given().map(receipt -> receipt.id().toString())),
                earlier(again));
        stage.bindAgain(RESIDENT);
        Visits.expect(say, "bound again, the next code", stage, RESIDENT, "verified");
    }

    private static Optional<String> earlier(ApiAnswer<Receipt> answer) {
        return answer instanceof ApiAnswer.Refused<Receipt> refused
                ? Optional.of(refused.body().path("receipt").path("id").asText())
                : Optional.empty();
    }
}
