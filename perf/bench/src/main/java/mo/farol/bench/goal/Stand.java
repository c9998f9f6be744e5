package mo.farol.bench.goal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.bench.load.Questions;
import mo.farol.bench.load.Tally;
import mo.farol.bench.load.Wrk;
import mo.farol.bench.load.WrongAnswers;
import mo.farol.bench.mint.Phones;
import mo.farol.bench.world.Deployment;
import mo.farol.bench.world.SealingHold;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.kit.KitPhones;
import mo.farol.token.crypto.Crypto;

/** A deployment and all that it takes to load and time it. */
final class Stand {
    private static final String VERIFIED = "verified";

    private final Deployment deployment;
    private final CodeMaker codes;
    private final Terminals terminals;
    private final Wrk wrk;
    private final List<BoundEid> residents;

    private Stand(Deployment deployment, CodeMaker codes, Terminals terminals, Wrk wrk, List<BoundEid> residents) {
        this.deployment = deployment;
        this.codes = codes;
        this.terminals = terminals;
        this.wrk = wrk;
        this.residents = residents;
    }

    static Stand of(Deployment deployment, Crypto crypto, Wrk wrk) throws IOException, InterruptedException {
        return new Stand(
                deployment,
                CodeMaker.of(deployment, crypto),
                new Terminals(deployment),
                wrk,
                deployment.kit().residents().stream()
                        .map(new KitPhones(crypto)::eid)
                        .toList());
    }

    Deployment deployment() {
        return deployment;
    }

    CodeMaker codes() {
        return codes;
    }

    Terminals terminals() {
        return terminals;
    }

    /** Those with real fields. */
    List<BoundEid> residents() {
        return residents;
    }

    Path file(String name) {
        return deployment.folder().resolve(name);
    }

    /** Fresh codes of residents with real fields, who take turns; the purpose releases four names. */
    Cost accept(Way way, int count) throws IOException, SQLException, InterruptedException {
        return accept(way, Phones.inTurn(residents), Deployment.NAMES, count);
    }

    /** Makes fresh codes, and times their acceptance. */
    Cost accept(Way way, Phones phones, String purpose, int count)
            throws IOException, SQLException, InterruptedException {
        Path texts = file("fresh.txt");
        codes.write(texts, way, phones, count);
        return time(new Ask(texts, count, purpose, VERIFIED));
    }

    /** Sends texts and checks their answers; what they cost is not of interest. */
    void send(Ask ask) throws IOException, InterruptedException {
        load(ask).require(ask.wanted(), ask.count());
    }

    /** Times what a load of texts costs, sealing apart. All of them must be answered as wanted. */
    Cost time(Ask ask) throws IOException, SQLException, InterruptedException {
        Path tokens = terminals.file();
        try (SealingHold hold = deployment.holdSealing()) {
            long gateway = deployment.gatewayMicros();
            long postgres = deployment.postgresMicros();
            long began = System.nanoTime();
            Tally tally = load(ask, tokens);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            long gatewayAfter = deployment.gatewayMicros();
            long postgresAfter = deployment.postgresMicros();
            tally.require(ask.wanted(), ask.count());
            hold.requireHeld();
            double sealing = sealing(ask, hold);
            double count = ask.count();
            return new Cost(
                    (gatewayAfter - gateway) / count,
                    (postgresAfter - postgres) / count,
                    sealing / count,
                    took,
                    ask.count());
        }
    }

    /**
     * Microseconds of both, from letting go until everything is sealed, less what they use in as much time when there is
     * nothing to seal: of a second or two, and few requests, that would be most of it.
     */
    private double sealing(Ask ask, SealingHold hold) throws IOException, SQLException, InterruptedException {
        long before = deployment.gatewayMicros() + deployment.postgresMicros();
        long began = System.nanoTime();
        requireOnRecord(ask, hold.release());
        Duration window = Duration.ofNanos(System.nanoTime() - began);
        long sealed = deployment.gatewayMicros() + deployment.postgresMicros();
        Thread.sleep(window);
        long idle = deployment.gatewayMicros() + deployment.postgresMicros();
        return Math.max(0, (sealed - before) - (idle - sealed));
    }

    /** Whoever is accepted is in the public log; what else was put there meanwhile does not matter. */
    private static void requireOnRecord(Ask ask, long sealed) throws WrongAnswers {
        if (ask.wanted().equals(VERIFIED) && sealed < ask.count()) {
            throw new WrongAnswers("of " + ask.count() + " acceptances " + sealed + " are in the public log");
        }
    }

    private Tally load(Ask ask) throws IOException, InterruptedException {
        return load(ask, terminals.file());
    }

    /** Each gateway gets its share, at the same time. */
    private Tally load(Ask ask, Path tokens) throws IOException, InterruptedException {
        List<URI> gateways = deployment.addresses();
        if (gateways.size() == 1) {
            return wrk.run(
                    Questions.verifications(gateways.getFirst(), ask.texts(), ask.count(), tokens, ask.purpose()));
        }
        List<String> lines = Files.readAllLines(ask.texts());
        List<Wrk.Running> running = new ArrayList<>();
        for (int i = 0; i < gateways.size(); i++) {
            List<String> share =
                    lines.subList(i * lines.size() / gateways.size(), (i + 1) * lines.size() / gateways.size());
            Path texts = Files.write(file("share-" + i + ".txt"), share);
            running.add(wrk.start(
                    Questions.verifications(gateways.get(i), texts, share.size(), tokens, ask.purpose()),
                    Wrk.CONNECTIONS / gateways.size()));
        }
        Tally sum = running.getFirst().await();
        for (Wrk.Running each : running.subList(1, running.size())) {
            sum = sum.plus(each.await());
        }
        return sum;
    }
}
