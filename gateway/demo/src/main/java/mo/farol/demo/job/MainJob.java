package mo.farol.demo.job;

import java.util.List;

/** The main job: what a deployment must do for residents and institutions, played on real gateways. */
public final class MainJob {
    private static final List<Act> ACTS = List.of(
            new CounterVisit(),
            new OtherCodes(),
            new BankVisit(),
            new LoanAtTheBank(),
            new CodesByTicket(),
            new DocumentCheck(),
            new SpecialCards(),
            new SuspendedTerminal(),
            new NewPhone(),
            new ChildsEid(),
            new TwinAtTheKiosk(),
            new LostPhone(),
            new UnboundOnTheWeb(),
            new AtTheCounter(),
            new GuardianWithdrawn(),
            new CancelledCard(),
            new WhatResidentsSee());

    private MainJob() {}

    /** @return whether everything held; what did not was told */
    static boolean play(Stage stage, Narrator say) throws InterruptedException {
        for (Act act : ACTS) {
            say.act(act.title());
            try {
                act.play(stage, say);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                // An act that breaks is a finding of the job, and the others are still worth playing.
                say.broken(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        say.sum();
        return say.allHeld();
    }
}
