package mo.farol.demo.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mo.farol.demo.job.DemoJob;
import mo.farol.demo.lives.Happening.Kind;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.state.StateFolder;
import mo.farol.demo.world.DemoWorld;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.phone.wallet.EventLine;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.Page;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.SeenBinding;
import mo.farol.token.crypto.Crypto;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand acts by eight at once on eight e-IDs, at two gateways over one PostgreSQL; then all of it starts again. */
class ManyLivesTest {
    private static final int RESIDENTS = 8;
    private static final int ACTORS = 8;
    private static final int ACTS_EACH = 125;

    @TempDir
    private Path home;

    private final Queue<Happening> history = new ConcurrentLinkedQueue<>();
    private final Map<Integer, List<HeldEid>> phones = new HashMap<>();
    private @Nullable DemoWorld world;

    @AfterEach
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void keepEveryPromiseAboutBindingsAndForgetNoneInARestart() throws Exception {
        StateFolder folder = new StateFolder(home.resolve(".farol"));
        folder.create();
        DemoWorld.Running running = start(folder);
        for (int n = 1; n <= RESIDENTS; n++) {
            phones.put(
                    n,
                    new CopyOnWriteArrayList<>(
                            List.of(running.everybody().phones().held(n).orElseThrow())));
        }
        actAtOnce(folder, running);

        assertThat(history).filteredOn(each -> each.isDone(Kind.VERIFY)).isNotEmpty();
        assertThat(history).filteredOn(each -> each.isDone(Kind.UNBIND)).isNotEmpty();
        assertThat(new LifeHistory(List.copyOf(history)).wronglyVerified()).isEmpty();
        Map<UUID, SeenBinding> ended = new HashMap<>();
        for (int n = 1; n <= RESIDENTS; n++) {
            ended.putAll(livedOneAtATime(n, account(running, n)));
        }
        acknowledgedEndsAre(ended);

        stop();
        DemoWorld.Running again = start(folder);
        for (int n = 1; n <= RESIDENTS; n++) {
            endedStill(n, again, ended);
        }
    }

    private DemoWorld.Running start(StateFolder folder) throws Exception {
        DemoWorld started = new DemoWorld(folder, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        world = started;
        return started.start(2);
    }

    private void actAtOnce(StateFolder folder, DemoWorld.Running running) throws Exception {
        Crypto crypto = Crypto.preferred().crypto();
        var phone = new DemoJob(folder)
                .phone(
                        running.kit(),
                        crypto,
                        running.everybody().signIns().anchor().clock());
        List<TerminalClient> terminals = running.kit().gateways().stream()
                .map(gateway -> terminal(running, gateway))
                .toList();
        Actor actor = new Actor(running.everybody(), phone, crypto, terminals, history);
        List<Callable<Void>> acts = IntStream.range(0, ACTORS)
                .<Callable<Void>>mapToObj(seed -> () -> acts(actor, new Random(seed)))
                .toList();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : each.invokeAll(acts)) {
                done.get();
            }
        } finally {
            terminals.forEach(TerminalClient::close);
        }
    }

    private Void acts(Actor actor, Random random) throws Exception {
        for (int i = 0; i < ACTS_EACH; i++) {
            int n = 1 + random.nextInt(RESIDENTS);
            actor.act(n, phones.getOrDefault(n, List.of()), random);
        }
        return null;
    }

    /** Its own clinic terminal for each gateway, so that both answer. */
    private static TerminalClient terminal(DemoWorld.Running running, URI gateway) {
        int number = 1 + running.kit().gateways().indexOf(gateway) % 2;
        return new TerminalClient(
                running.kit().terminal("clinic-" + number).orElseThrow().key(),
                running.kit().issuer(),
                new GatewayAddresses(List.of(gateway)),
                Transport.plain(HttpClient.Version.HTTP_1_1),
                "en");
    }

    /** @return the bindings that have ended */
    private static Map<UUID, SeenBinding> livedOneAtATime(int n, ResidentClient account) throws Exception {
        List<EventLine> events = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            Page<EventLine> page = account.events(Optional.empty(), after).orFail("events");
            events.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        UUID eid = account.eids().orFail("e-IDs").getFirst().id();
        events.removeIf(event -> !event.eid().equals(eid));
        OneLife life = OneLife.of(events);
        assertThat(life.mostAtOnce()).as("bindings at once of resident %d", n).isEqualTo(1);
        List<SeenBinding> bindings = account.bindings(eid).orFail("bindings");
        assertThat(bindings.stream().filter(SeenBinding::isLive).map(SeenBinding::id))
                .containsExactlyInAnyOrderElementsOf(life.live());
        return bindings.stream()
                .filter(binding -> !binding.isLive())
                .collect(Collectors.toMap(SeenBinding::id, binding -> binding));
    }

    private void acknowledgedEndsAre(Map<UUID, SeenBinding> ended) {
        assertThat(history)
                .filteredOn(each -> each.isDone(Kind.UNBIND))
                .allSatisfy(each -> assertThat(ended.get(each.binding()))
                        .extracting(SeenBinding::status)
                        .isEqualTo("unbound"));
    }

    private void endedStill(int n, DemoWorld.Running again, Map<UUID, SeenBinding> ended) throws Exception {
        UUID eid = again.everybody().members().of(n).eid();
        assertThat(account(again, n).bindings(eid).orFail("bindings"))
                .as("what had ended before the restart, resident %d", n)
                .containsAll(
                        ended.values().stream().filter(each -> phoneOf(n, each)).toList());
    }

    private boolean phoneOf(int n, SeenBinding binding) {
        return phones.getOrDefault(n, List.of()).stream()
                .anyMatch(held -> held.binding().equals(binding.id()));
    }

    private static ResidentClient account(DemoWorld.Running running, int n) {
        return running.everybody().signIns().resident(n, SignInClient.APP, true);
    }
}
