package mo.farol.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.life.AccountLife;
import mo.farol.core.binding.life.BindingPorts;
import mo.farol.core.binding.life.EidLife;
import mo.farol.core.binding.life.TurningEighteen;
import mo.farol.core.verification.AttemptIds;
import mo.farol.server.http.Routes;
import mo.farol.server.operator.OperatorRoutes;
import mo.farol.server.proof.Proofs;
import mo.farol.server.replay.ChangeNews;
import mo.farol.server.replay.ToldEnrolments;
import mo.farol.server.replay.ToldLedger;
import mo.farol.server.resident.ResidentRoutes;
import mo.farol.server.signin.StepUp;
import mo.farol.store.Store;

/** The life of e-IDs on phones, on the real ports: the rules, and the three APIs that lead to them. */
final class BindingSetup {
    private final Grounds grounds;
    private final Opened opened;
    private final Store store;
    private final SecureRandom random = new SecureRandom();
    private final BindingPorts ports;
    private final Bindings bindings;
    private final ChangeNews news;

    /** @param news hears of what is withdrawn here */
    BindingSetup(Grounds grounds, Opened opened, ChangeNews news) {
        this.grounds = grounds;
        this.opened = opened;
        this.store = opened.store();
        this.news = news;
        this.ports = new BindingPorts(
                new ToldLedger(store.eidLedger(), news),
                store.eids(),
                store.challenges(),
                store.kioskNumbers(),
                store.counterCases(),
                store.time(),
                random,
                grounds.crypto().crypto());
        this.bindings = new EidLife(ports, grounds.config().binding());
    }

    TurningEighteen turningEighteen() {
        return new TurningEighteen(
                ports, store.guardianBound(), grounds.config().binding());
    }

    List<Routes> routes() {
        PeopleRoutes doors = new PeopleRoutes(
                opened.people().residents(store.accounts(), store.time()),
                StepUp::needed,
                opened.people().operators(store.time()));
        return doors.of(
                grounds.config(),
                ofResidents(opened.proofs()),
                ofOperators(),
                store.terminals(),
                opened.proofs().kioskAssertions());
    }

    private ResidentRoutes.Ports ofResidents(Proofs proofs) {
        return new ResidentRoutes.Ports(
                bindings,
                grounds.config().binding(),
                TicketSetup.of(grounds, store),
                store.challenges(),
                store.residentViews(),
                store.logProofs(),
                store.reports(),
                store.pastEvents(),
                proofs.faceChecks(),
                proofs.faceAssertions(),
                proofs.attestations(),
                store.time());
    }

    private OperatorRoutes.Ports ofOperators() {
        return new OperatorRoutes.Ports(
                bindings,
                store.counterCases(),
                store.eids(),
                store.pastEvents(),
                store.operatorLookUps(),
                new AttemptIds(InstantSource.system(), random)::next,
                new AccountLife(
                        ports.ledger(),
                        store.accountCases(),
                        store.accounts(),
                        store.time(),
                        grounds.config().binding().kioskNumberLife()),
                store.accounts(),
                new ToldEnrolments(store.registry(), news),
                store.operatorActs(),
                store.registry(),
                store.contacts());
    }
}
