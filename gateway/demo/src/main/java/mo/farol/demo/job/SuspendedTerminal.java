package mo.farol.demo.job;

import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;

/** A terminal that was stolen: suspended, it is stopped at once, whatever token it still holds. */
final class SuspendedTerminal implements Act {
    private static final String STOLEN = "clinic-2";

    @Override
    public String title() {
        return "A stolen terminal";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        OperatorClient officer = stage.officer(OperatorRole.REGISTRY_OFFICER, 1);
        TerminalClient terminal = stage.terminal(STOLEN);
        Answers.expect(say, "before", ask(stage, terminal, 5), "verified");
        Done.expect(say, "an officer suspends it", officer.suspendTerminal(STOLEN));
        try {
            Answers.expect(say, "with the token it holds", ask(stage, terminal, 6), "403 terminal_suspended");
            Answers.expect(
                    say,
                    "its neighbour",
                    stage.terminal("clinic-1").verify(VerificationRequest.of(stage.eidCode(6), "clinic.voucher")),
                    "verified");
        } finally {
            officer.resumeTerminal(STOLEN).orFail("letting it go on");
        }
    }

    private static Answer ask(Stage stage, TerminalClient terminal, int resident) throws Exception {
        return terminal.verify(VerificationRequest.of(stage.eidCode(resident), "clinic.voucher"));
    }
}
