package mo.farol.demo.job;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import mo.farol.demo.state.Counters;
import mo.farol.demo.state.StateFolder;
import mo.farol.demo.world.DemoWorld;
import mo.farol.phone.challenge.ChallengePhone;
import mo.farol.phone.challenge.ChallengeReader;
import mo.farol.phone.code.CodeKeys;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.code.Phone;
import mo.farol.phone.code.Tickets;
import mo.farol.phone.code.TimeAnchor;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.PerfKit;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;

/** Sets the stage of a running demo and plays the main job on it. */
public final class DemoJob {
    private final StateFolder folder;

    public DemoJob(StateFolder folder) {
        this.folder = folder;
    }

    /** @return whether everything held */
    public boolean run(DemoWorld.Running running, PrintStream out)
            throws IOException, SignedStatements.NotGenuine, InterruptedException {
        Crypto crypto = Crypto.preferred().crypto();
        TimeAnchor anchor = running.everybody().signIns().anchor();
        anchor.warning().ifPresent(out::println);
        CodeKeys keys = codeKeys(running.kit());
        Phone phone = phone(keys, crypto, anchor.clock());
        ChallengePhone challenged = challenged(phone, keys, crypto, anchor.clock());
        out.println("the phones fetched the gateway's code keys; their signature holds");
        Stage.ReferencePhone reference = new Stage.ReferencePhone(
                phone, challenged, pocket -> phone(keys, pocket, crypto, anchor.clock()), anchor.clock());
        try (Stage stage = new Stage(running, reference, crypto, folder.root())) {
            return MainJob.play(stage, new Narrator(out));
        }
    }

    /** A phone with the gateway's keys as they are now. */
    public Phone phone(PerfKit kit, Crypto crypto, Clock clock)
            throws IOException, SignedStatements.NotGenuine, InterruptedException {
        return phone(codeKeys(kit), crypto, clock);
    }

    /** As {@link #phone}, one that answers challenges. */
    public ChallengePhone challenged(PerfKit kit, Crypto crypto, Clock clock)
            throws IOException, SignedStatements.NotGenuine, InterruptedException {
        CodeKeys keys = codeKeys(kit);
        return challenged(phone(keys, crypto, clock), keys, crypto, clock);
    }

    private static ChallengePhone challenged(Phone phone, CodeKeys keys, Crypto crypto, Clock clock) {
        return new ChallengePhone(phone, new ChallengeReader(keys.challenges(), crypto, clock));
    }

    private Phone phone(CodeKeys keys, Crypto crypto, Clock clock) {
        return phone(keys, Tickets.NONE, crypto, clock);
    }

    private Phone phone(CodeKeys keys, Tickets tickets, Crypto crypto, Clock clock) {
        Counters counters = new Counters(folder.counters());
        return new Phone(new CodeMinter(crypto, new SecureRandom()), keys, tickets, counters, clock);
    }

    private static CodeKeys codeKeys(PerfKit kit)
            throws IOException, SignedStatements.NotGenuine, InterruptedException {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new CodeKeysSource(transport, new GatewayAddresses(kit.gateways())).fetch();
        }
    }
}
