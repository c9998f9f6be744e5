package mo.farol.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.accesslog.LogProofs;
import mo.farol.core.binding.AccountCases;
import mo.farol.core.binding.Challenges;
import mo.farol.core.binding.CounterCases;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.GuardianBound;
import mo.farol.core.binding.KioskNumbers;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.challenge.TerminalChallenges;
import mo.farol.core.notice.Contacts;
import mo.farol.core.notice.Outbox;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.registry.OperatorActs;
import mo.farol.core.registry.Registry;
import mo.farol.core.resident.Accounts;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.core.resident.Reports;
import mo.farol.core.resident.ResidentViews;
import mo.farol.core.terminal.AssertionJtis;
import mo.farol.core.terminal.Standings;
import mo.farol.core.terminal.Terminals;
import mo.farol.core.ticket.TicketLedger;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.Arbiter;
import mo.farol.core.verification.PublicKeys;
import mo.farol.store.accesslog.seal.LogFigures;
import mo.farol.store.accesslog.witness.LogSettings;

/** PostgreSQL behind the ports of core, for one node. Safe for use from any event loop; answers on the caller's own. */
public interface Store {
    /**
     * Opens the store on a migrated database.
     *
     * @return fails with one message that names every problem when the server is not one that may decide
     */
    static Future<Store> open(Vertx vertx, StoreConfig config) {
        return OpenStore.open(vertx, config, Optional.empty());
    }

    /**
     * Opens the store of a node that seals the public log and believes no database that has gone back behind its
     * witnesses.
     */
    static Future<Store> open(Vertx vertx, StoreConfig config, LogSettings log) {
        return OpenStore.open(vertx, config, Optional.of(log));
    }

    Arbiter arbiter();

    AccessLog accessLog();

    LogProofs logProofs();

    /** How the sealing goes, from memory; {@link LogFigures#NONE} of a store that does not seal. */
    LogFigures logFigures();

    PublicKeys publicKeys();

    PolicyCatalogue policyCatalogue();

    DatabaseTime time();

    Registry registry();

    OperatorActs operatorActs();

    Terminals terminals();

    Standings standings();

    AssertionJtis assertionJtis();

    EidLedger eidLedger();

    PastEvents pastEvents();

    Eids eids();

    Challenges challenges();

    TerminalChallenges terminalChallenges();

    TicketLedger ticketLedger();

    KioskNumbers kioskNumbers();

    CounterCases counterCases();

    AccountCases accountCases();

    GuardianBound guardianBound();

    ResidentViews residentViews();

    Accounts accounts();

    Reports reports();

    OperatorLookUps operatorLookUps();

    Outbox outbox();

    Contacts contacts();

    /** From memory, without asking the database. */
    Readiness readiness();

    /** Lets what is in flight end, then closes the connections. */
    Future<Void> close();
}
