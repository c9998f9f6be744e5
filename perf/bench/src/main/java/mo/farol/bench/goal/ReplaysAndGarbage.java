package mo.farol.bench.goal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.figure.Series;
import mo.farol.bench.load.WrongAnswers;
import mo.farol.bench.mint.Phones;
import mo.farol.bench.mint.Texts;
import mo.farol.bench.world.Deployment;

/** P6: what replays and rubbish cost, gateway and PostgreSQL together, against an acceptance by HPKE in the same pair. */
public final class ReplaysAndGarbage implements Goal {
    /** Tries of a text that are put on record one by one, the first one included. */
    private static final int RECORDED = 4;

    @Override
    public List<Figure> take(Bench bench) throws IOException, SQLException, InterruptedException {
        Stand stand = bench.usual();
        int pairs = bench.sizes().pairs();
        double[][] ratios = new double[Rubbish.values().length][pairs];
        for (int i = 0; i < pairs; i++) {
            Cost acceptance = stand.accept(Way.HPKE, bench.sizes().count());
            bench.say("P6 pair %d: acceptance %s", i + 1, acceptance);
            int replayed = write(stand, bench.sizes());
            showUntilProven(stand, replayed);
            long before = redemptions(stand.deployment());
            for (Rubbish kind : Rubbish.values()) {
                int count = kind == Rubbish.REENCODED ? replayed : bench.sizes().count();
                Cost cost = stand.time(new Ask(stand.file(kind.file()), count, Deployment.NAMES, kind.wanted()));
                bench.say("P6 pair %d: %s %s", i + 1, kind.file(), cost);
                ratios[kind.ordinal()][i] =
                        (cost.gateway() + cost.postgres()) / (acceptance.gateway() + acceptance.postgres());
            }
            if (redemptions(stand.deployment()) != before) {
                throw new WrongAnswers("P6: a replay or rubbish redeemed something");
            }
        }
        return Arrays.stream(Rubbish.values())
                .map(kind -> Figure.of(kind.figure(), Limit.atMost(kind.most()), Series.of(ratios[kind.ordinal()])))
                .toList();
    }

    /** Writes all texts of a pair. @return how many different ones are replayed */
    private static int write(Stand stand, Sizes sizes) throws IOException {
        Texts texts = stand.codes().texts(Way.HPKE, Phones.inTurn(stand.residents()));
        try (BufferedWriter first = Files.newBufferedWriter(stand.file("first.txt"));
                BufferedWriter second = Files.newBufferedWriter(stand.file(Rubbish.REENCODED.file()))) {
            for (int i = 0; i < sizes.replayed(); i++) {
                Texts.Pair pair = texts.pair(CodeMaker.now());
                first.append(pair.first()).append('\n');
                second.append(pair.second()).append('\n');
            }
        }
        try (BufferedWriter unparsable = Files.newBufferedWriter(stand.file(Rubbish.UNPARSABLE.file()));
                BufferedWriter unopenable = Files.newBufferedWriter(stand.file(Rubbish.UNOPENABLE.file()))) {
            for (int i = 0; i < sizes.count(); i++) {
                unparsable.append(texts.unparsable()).append('\n');
                unopenable.append(texts.unopenable()).append('\n');
            }
        }
        List<String> again = Files.readAllLines(stand.file("first.txt"));
        try (BufferedWriter replay = Files.newBufferedWriter(stand.file(Rubbish.REPLAY.file()))) {
            for (int i = 0; i < sizes.count(); i++) {
                replay.append(again.get(i % again.size())).append('\n');
            }
        }
        return again.size();
    }

    /** From then on the same text at the same terminal is answered from memory. */
    private static void showUntilProven(Stand stand, int replayed) throws IOException, InterruptedException {
        Path first = stand.file("first.txt");
        stand.send(new Ask(first, replayed, Deployment.NAMES, "verified"));
        for (int shown = 2; shown <= RECORDED; shown++) {
            stand.send(new Ask(first, replayed, Deployment.NAMES, "already_used"));
        }
    }

    private static long redemptions(Deployment deployment) throws SQLException {
        try (Connection connection = deployment.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM redemption")) {
            row.next();
            return row.getLong(1);
        }
    }
}
