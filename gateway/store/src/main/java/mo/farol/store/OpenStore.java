package mo.farol.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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
import mo.farol.core.time.TimeAnchor;
import mo.farol.core.verification.Arbiter;
import mo.farol.core.verification.PublicKeys;
import mo.farol.store.accesslog.PostgresAccessLog;
import mo.farol.store.accesslog.proof.PostgresLogProofs;
import mo.farol.store.accesslog.seal.LogFigures;
import mo.farol.store.accesslog.seal.SealedLog;
import mo.farol.store.accesslog.witness.LogGuard;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.arbiter.PostgresArbiter;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.KioskDigits;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.Opening;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.atrest.Sealing;
import mo.farol.store.binding.PostgresAccountCases;
import mo.farol.store.binding.PostgresChallenges;
import mo.farol.store.binding.PostgresCounterCases;
import mo.farol.store.binding.PostgresEidLedger;
import mo.farol.store.binding.PostgresEids;
import mo.farol.store.binding.PostgresGuardianBound;
import mo.farol.store.binding.PostgresKioskNumbers;
import mo.farol.store.binding.PostgresPastEvents;
import mo.farol.store.challenge.PostgresTerminalChallenges;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.FurtherCheck;
import mo.farol.store.notice.PostgresContacts;
import mo.farol.store.notice.PostgresOutbox;
import mo.farol.store.policy.CachedPolicy;
import mo.farol.store.publickey.CachedPublicKeys;
import mo.farol.store.registry.PostgresOperatorActs;
import mo.farol.store.registry.PostgresRegistry;
import mo.farol.store.resident.PostgresPeople;
import mo.farol.store.terminal.CachedStandings;
import mo.farol.store.terminal.PostgresAssertionJtis;
import mo.farol.store.terminal.PostgresTerminals;
import mo.farol.store.ticket.PostgresTicketLedger;
import mo.farol.store.upkeep.Rounds;
import mo.farol.store.upkeep.Upkeep;

/** The room, wired by hand. */
final class OpenStore implements Store {
    private static final int LEAST_DAYS_AHEAD = 2;
    private static final int CACHED_KEYS = 1_000_000;
    private static final int CACHED_DATA_KEYS = 200_000;
    private static final int CACHED_TEXT_KEYS = 10_000;
    /** Those that a verification waits for: the arbiter's, one for records of refusals and one for key look-ups. */
    private static final int HELD_CONNECTIONS = PostgresArbiter.CONNECTIONS + 2;

    /** Longer than any statement may take, and than the heartbeat's second. */
    private static final int HELD_SILENCE_SECONDS = 4;

    private static final int POOL_SILENCE_SECONDS = 30;

    /** Apart from the others, because anybody may ask for a token: a flood of that holds up nobody who has one. */
    private static final int SIGN_IN_CONNECTIONS = 2;

    private static final int FIRST_CONNECTION_TRIES = 10;
    private static final int FIRST_CONNECTION_PAUSE_MS = 500;

    private final Vertx vertx;
    private final Connections arbiterConnections;
    private final Connections connections;
    private final Connections signInConnections;
    private final TimeAnchor time;
    private final PostgresArbiter arbiter;
    private final PostgresAccessLog accessLog;
    private final LogProofs logProofs;
    private final Optional<SealedLog> sealedLog;
    private final CachedPublicKeys publicKeys;
    private final PolicyCatalogue policyCatalogue;
    private final Registry registry;
    private final OperatorActs operatorActs;
    private final Terminals terminals;
    private final Standings standings;
    private final AssertionJtis assertionJtis;
    private final EidLedger eidLedger;
    private final PastEvents pastEvents;
    private final Eids eids;
    private final Challenges challenges;
    private final TerminalChallenges terminalChallenges;
    private final TicketLedger ticketLedger;
    private final KioskNumbers kioskNumbers;
    private final CounterCases counterCases;
    private final AccountCases accountCases;
    private final GuardianBound guardianBound;
    private final PostgresPeople people;
    private final Outbox outbox;
    private final Contacts contacts;
    private final Upkeep upkeep;
    private final Rounds rounds;

    /**
     * @param nanoTime {@link System#nanoTime}
     * @param log when records are sealed into the public log
     */
    OpenStore(Vertx vertx, StoreConfig config, AtRestKeys keys, LongSupplier nanoTime, Optional<LogSettings> log) {
        this.vertx = vertx;
        this.time = new TimeAnchor(nanoTime);
        Context context = vertx.getOrCreateContext();
        SecureRandom random = new SecureRandom();
        FurtherCheck guard = log.<FurtherCheck>map(LogGuard::new).orElse(FurtherCheck.NONE);
        arbiterConnections = new Connections(vertx, config, "arbiter", HELD_CONNECTIONS, HELD_SILENCE_SECONDS, guard);
        connections = new Connections(vertx, config, "store", config.poolSize() + 1, POOL_SILENCE_SECONDS, guard);
        signInConnections = new Connections(vertx, config, "sign-in", SIGN_IN_CONNECTIONS, POOL_SILENCE_SECONDS, guard);
        sealedLog = log.map(settings -> SealedLog.of(vertx, config, settings));
        Opening opening = new Opening(keys, CACHED_DATA_KEYS);
        arbiter = new PostgresArbiter(vertx, context, config, arbiterConnections, opening, time);
        accessLog = new PostgresAccessLog(vertx, context, connections, arbiterConnections);
        publicKeys = new CachedPublicKeys(vertx, context, arbiterConnections, nanoTime, CACHED_KEYS);
        policyCatalogue = new CachedPolicy(connections, nanoTime);
        registry = new PostgresRegistry(connections, keys, new Sealing(keys, random));
        operatorActs = new PostgresOperatorActs(connections);
        terminals = new PostgresTerminals(signInConnections);
        standings = new CachedStandings(vertx, context, connections, nanoTime);
        assertionJtis = new PostgresAssertionJtis(signInConnections);
        SealedTexts texts = new SealedTexts(keys, random, CACHED_TEXT_KEYS);
        eidLedger = new PostgresEidLedger(vertx, connections, opening, texts, random);
        pastEvents = new PostgresPastEvents(connections);
        eids = new PostgresEids(connections, opening, new NumberIndex(keys));
        challenges = new PostgresChallenges(connections, texts);
        terminalChallenges = new PostgresTerminalChallenges(connections);
        ticketLedger = new PostgresTicketLedger(connections);
        kioskNumbers = new PostgresKioskNumbers(connections, new KioskDigits(keys));
        accountCases = new PostgresAccountCases(connections);
        counterCases = new PostgresCounterCases(connections);
        guardianBound = new PostgresGuardianBound(connections);
        people = PostgresPeople.in(connections, keys, texts, random);
        logProofs = new PostgresLogProofs(connections, people.visible(), System::nanoTime);
        outbox = new PostgresOutbox(connections, texts);
        contacts = new PostgresContacts(connections, texts);
        upkeep = new Upkeep(connections, InstantSource.system());
        rounds = new Rounds(vertx, context, this::beat, upkeep::run);
    }

    static Future<Store> open(Vertx vertx, StoreConfig config, Optional<LogSettings> log) {
        return vertx.executeBlocking(() -> AtRestKeys.load(config.keyStore(), config.keyStorePassword()))
                .compose(keys -> new OpenStore(vertx, config, keys, System::nanoTime, log).started());
    }

    private Future<Void> beat() {
        return Future.join(arbiter.beat(), accessLog.beat(time), publicKeys.beat(time))
                .mapEmpty();
    }

    @Override
    public Arbiter arbiter() {
        return arbiter;
    }

    @Override
    public AccessLog accessLog() {
        return accessLog;
    }

    @Override
    public LogProofs logProofs() {
        return logProofs;
    }

    @Override
    public LogFigures logFigures() {
        return sealedLog.map(SealedLog::figures).orElse(LogFigures.NONE);
    }

    @Override
    public PublicKeys publicKeys() {
        return publicKeys;
    }

    @Override
    public PolicyCatalogue policyCatalogue() {
        return policyCatalogue;
    }

    @Override
    public DatabaseTime time() {
        return time;
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public OperatorActs operatorActs() {
        return operatorActs;
    }

    @Override
    public Terminals terminals() {
        return terminals;
    }

    @Override
    public Standings standings() {
        return standings;
    }

    @Override
    public AssertionJtis assertionJtis() {
        return assertionJtis;
    }

    @Override
    public EidLedger eidLedger() {
        return eidLedger;
    }

    @Override
    public PastEvents pastEvents() {
        return pastEvents;
    }

    @Override
    public Eids eids() {
        return eids;
    }

    @Override
    public Challenges challenges() {
        return challenges;
    }

    @Override
    public TerminalChallenges terminalChallenges() {
        return terminalChallenges;
    }

    @Override
    public TicketLedger ticketLedger() {
        return ticketLedger;
    }

    @Override
    public KioskNumbers kioskNumbers() {
        return kioskNumbers;
    }

    @Override
    public CounterCases counterCases() {
        return counterCases;
    }

    @Override
    public AccountCases accountCases() {
        return accountCases;
    }

    @Override
    public GuardianBound guardianBound() {
        return guardianBound;
    }

    @Override
    public ResidentViews residentViews() {
        return people.views();
    }

    @Override
    public Accounts accounts() {
        return people.accounts();
    }

    @Override
    public Reports reports() {
        return people.reports();
    }

    @Override
    public OperatorLookUps operatorLookUps() {
        return people.lookUps();
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Contacts contacts() {
        return contacts;
    }

    @Override
    public Readiness readiness() {
        List<String> problems = new ArrayList<>(arbiterConnections.lastProblems());
        rounds.trouble().ifPresent(problems::add);
        sealedLog.flatMap(SealedLog::broken).ifPresent(problems::add);
        try {
            time.millis();
        } catch (DatabaseTime.UncertainTime e) {
            problems.add("the database's time is not known to 2 s");
        }
        if (upkeep.daysAhead() < LEAST_DAYS_AHEAD) {
            problems.add("the redemption table has " + upkeep.daysAhead() + " days ahead, at least 2 are needed");
        }
        return new Readiness(problems);
    }

    @Override
    public Future<Void> close() {
        return sealedLog
                .map(SealedLog::stop)
                .orElseGet(Future::succeededFuture)
                .eventually(() -> rounds.stop(() -> {
                    arbiter.release();
                    accessLog.release();
                    publicKeys.release();
                }))
                .eventually(() -> arbiterConnections.close())
                .eventually(() -> signInConnections.close())
                .eventually(() -> connections.close());
    }

    Future<Store> started() {
        return firstConnection(FIRST_CONNECTION_TRIES)
                .compose(checked -> rounds.start())
                .onSuccess(running -> sealedLog.ifPresent(SealedLog::start))
                .map(running -> (Store) this)
                .recover(cause -> close().transform(closed -> Future.failedFuture(cause)));
    }

    /** A server that starts beside the gateway is waited for; one that says no is not. */
    private Future<Void> firstConnection(int tries) {
        return connections
                .connection()
                .compose(connection -> connection.close())
                .recover(cause -> tries <= 1 || connections.refused(cause)
                        ? Future.failedFuture(cause)
                        : vertx.timer(FIRST_CONNECTION_PAUSE_MS, TimeUnit.MILLISECONDS)
                                .compose(later -> firstConnection(tries - 1)));
    }
}
