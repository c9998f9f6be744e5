package mo.farol.chaos.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Recorder;
import mo.farol.chaos.world.Node;
import mo.farol.chaos.world.Truth;
import mo.farol.chaos.world.World;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.challenge.ChallengeReader;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.CodeKeys;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.KitResident;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;

/** Everybody who uses one world, from its first schedule to its last: what they hold, know and remember. */
public final class Load implements AutoCloseable {
    private static final int ACTIVE = 1;
    /** A twin needs a kiosk, a child a parent. */
    private static final Set<String> BY_FACE = Set.of("adult", "senior");

    private final World world;
    private final FinalTruth truth;
    private final Gateways gateways;
    private final Mint mint;
    private final ChallengeReader phone;
    private final SignIn signIn;
    private final Rebinding rebinding;
    private final Terminals terminals;
    private final Crowd crowd;
    private final Owners owners = new Owners();
    private final Ends ends = new Ends();
    private final Memory memory = new Memory();
    private final PersonalValues values = new PersonalValues();

    private Load(World world, Database database, Crypto crypto, Gateways gateways)
            throws IOException, InterruptedException, SQLException, SignedStatements.NotGenuine {
        this.world = world;
        this.truth = new FinalTruth(database);
        this.gateways = gateways;
        CodeKeys keys = keys(world);
        this.mint = new Mint(crypto, keys.of(CodeType.EID), Clock.systemUTC());
        this.phone = new ChallengeReader(keys.challenges(), crypto, Clock.systemUTC());
        this.signIn = new SignIn(gateways, new Assertions(world.kit().issuer()));
        this.rebinding = new Rebinding(crypto, world.people(), gateways);
        List<Holder> holders = holders(world, crypto);
        Acquaintance acquaintance = new Acquaintance(gateways, mint, signIn, values);
        this.terminals = acquaintance.terminals(world.kit(), world.people(), holders);
        this.crowd = new Crowd(acquaintance.learn(terminals, holders, owners));
    }

    /** Signs everybody in and gets to know them; the world must be healthy. */
    public static Load gather(World world, Database database)
            throws IOException, InterruptedException, SQLException, SignedStatements.NotGenuine {
        Gateways gateways = new Gateways(world.nodes());
        try {
            return new Load(world, database, Crypto.preferred().crypto(), gateways);
        } catch (IOException | InterruptedException | SQLException | SignedStatements.NotGenuine | RuntimeException e) {
            gateways.close();
            throw e;
        }
    }

    private static CodeKeys keys(World world) throws IOException, InterruptedException, SignedStatements.NotGenuine {
        GatewayAddresses addresses =
                new GatewayAddresses(world.nodes().stream().map(Node::api).toList());
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new CodeKeysSource(transport, addresses).fetch();
        }
    }

    private static List<Holder> holders(World world, Crypto crypto) throws SQLException {
        Map<String, UUID> handles = new HashMap<>();
        world.truth().bindings().forEach(binding -> handles.put(binding.keyId(), binding.handle()));
        KitPhones phones = new KitPhones(crypto);
        List<Holder> holders = new ArrayList<>();
        for (KitResident resident : world.kit().residents()) {
            BoundEid eid = phones.eid(resident);
            UUID handle = handles.get(resident.keyId());
            if (handle == null) {
                throw new IllegalStateException("resident " + resident.n() + " of the kit has no binding");
            }
            holders.add(new Holder(resident.n(), eid, handle, BY_FACE.contains(resident.kind())));
        }
        return holders;
    }

    /** Signs the terminals in anew, and makes a round of load. Its lines go to {@code recorder}, beginning with what is known. */
    public Round round(Recorder recorder, long seed) throws IOException, InterruptedException, SQLException {
        terminals.renew(signIn);
        for (Line line : known()) {
            recorder.note(line);
        }
        return new Round(this, recorder, seed);
    }

    private List<Line> known() throws SQLException {
        List<Line> lines = new ArrayList<>(owners.all());
        lines.addAll(truth.grants());
        lines.addAll(ends.all());
        for (Remembered one : memory.all()) {
            if (one.receipt() != null) {
                Sheet sheet = one.sheet();
                lines.add(new Line.Before(one.shown().id(), sheet.terminal().name(), sheet.key(), one.receipt()));
            }
        }
        return lines;
    }

    /** What the database holds in the end. @param since when the schedule began, by its clock */
    public List<Line> truth(Instant since) throws SQLException {
        return truth.lines(since);
    }

    /** Everybody's values, which no file of a run may hold. */
    public List<Canary> values() {
        return values.all();
    }

    /** What is suspended or withdrawn now. */
    Set<String> stopped() throws SQLException {
        return truth.stopped();
    }

    Set<String> activeKeys() throws SQLException {
        return world.truth().bindings().stream()
                .filter(binding -> binding.status() == ACTIVE)
                .map(Truth.Binding::keyId)
                .collect(Collectors.toSet());
    }

    /** Takes out whoever's phone the database no longer knows as active: a restore went back behind their binding. */
    List<Holder> forgotten() throws SQLException, InterruptedException {
        Set<String> active = activeKeys();
        List<Holder> forgotten = new ArrayList<>();
        for (Holder holder : crowd.takeAll()) {
            if (active.contains(holder.key())) {
                crowd.giveBack(holder);
            } else {
                forgotten.add(holder);
            }
        }
        return forgotten;
    }

    World world() {
        return world;
    }

    Gateways gateways() {
        return gateways;
    }

    Mint mint() {
        return mint;
    }

    /** What anybody's phone makes of a challenge. */
    ChallengeReader phone() {
        return phone;
    }

    SignIn signIn() {
        return signIn;
    }

    Rebinding rebinding() {
        return rebinding;
    }

    Terminals terminals() {
        return terminals;
    }

    Crowd crowd() {
        return crowd;
    }

    Owners owners() {
        return owners;
    }

    Ends ends() {
        return ends;
    }

    Memory memory() {
        return memory;
    }

    @Override
    public void close() {
        rebinding.close();
        gateways.close();
    }
}
