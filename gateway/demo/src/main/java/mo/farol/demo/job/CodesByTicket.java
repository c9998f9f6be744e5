package mo.farol.demo.job;

import mo.farol.api.resident.TicketAnswer;
import mo.farol.api.resident.TicketRequest;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.code.TicketPocket;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.TicketSupply;
import mo.farol.token.CodeParser;
import mo.farol.token.CodeType;
import mo.farol.token.NotReadable;
import mo.farol.token.ParsedCode;

/** A phone that is online fetches tickets and shows codes by them; when it has none left, by HPKE as before. */
final class CodesByTicket implements Act {
    private static final int RESIDENT = 3;
    private static final int SOMEBODY_ELSE = 6;
    private static final int TICKETS = 2;

    @Override
    public String title() {
        return "Codes by ticket";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        TicketPocket pocket = new TicketPocket();
        ApiAnswer<TicketAnswer> fetched =
                stage.supply(RESIDENT, pocket).fetch(stage.held(RESIDENT), CodeType.EID, TICKETS);
        Done.expect(say, "the phone fetched " + TICKETS + " tickets", fetched);
        fetched.given()
                .ifPresent(tickets -> say.note(tickets.left() + " are left of today, until " + tickets.expires()));
        for (int i = 1; i <= TICKETS; i++) {
            show(stage, say, pocket, "code " + i + ", by ticket", true);
        }
        show(stage, say, pocket, "the tickets ran out: by HPKE", false);
        refused(stage, say);
        whileSuspended(stage, say);
    }

    private static void show(Stage stage, Narrator say, TicketPocket pocket, String what, boolean byTicket)
            throws Exception {
        String code = stage.eidCode(RESIDENT, pocket);
        say.expect(what + ", " + code.length() + " characters", isByTicket(code) == byTicket, "the other way");
        Answers.expect(
                say,
                "at the clinic",
                stage.terminal("clinic-1").verify(VerificationRequest.of(code, "clinic.voucher")),
                "verified");
    }

    private static boolean isByTicket(String code) throws NotReadable {
        return switch (CodeParser.parse(code)) {
            case ParsedCode.ByTicket ticket -> true;
            case ParsedCode.ByHpke hpke -> false;
        };
    }

    private static void refused(Stage stage, Narrator say) throws Exception {
        HeldEid held = stage.held(RESIDENT);
        ResidentClient account = stage.account(RESIDENT, SignInClient.APP, false);
        TicketSupply supply = stage.supply(RESIDENT, new TicketPocket());
        TicketRequest request = supply.signed(held, CodeType.EID, 1);
        Done.expect(say, "one more ticket", account.tickets(held.binding(), request));
        Done.refused(say, "the same request again", account.tickets(held.binding(), request), "signature_used");
        Done.refused(
                say,
                "signed by another phone's key",
                account.tickets(held.binding(), supply.signed(stage.held(SOMEBODY_ELSE), CodeType.EID, 1)),
                "signature_invalid");
        Done.refused(
                say,
                "for somebody else's phone",
                stage.account(SOMEBODY_ELSE, SignInClient.APP, false)
                        .tickets(held.binding(), supply.signed(held, CodeType.EID, 1)),
                "not_found");
    }

    private static void whileSuspended(Stage stage, Narrator say) throws Exception {
        HeldEid held = stage.held(RESIDENT);
        ResidentClient strong = stage.account(RESIDENT, SignInClient.APP, true);
        Done.expect(say, "the e-ID is suspended", strong.suspend(held.binding(), "lost"));
        Done.refused(
                say,
                "tickets for it",
                stage.supply(RESIDENT, new TicketPocket()).fetch(held, CodeType.EID, 1),
                "binding_not_active");
        Done.expect(say, "resumed", strong.resume(held.binding()));
    }
}
