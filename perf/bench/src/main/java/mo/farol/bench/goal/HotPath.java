package mo.farol.bench.goal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.figure.Series;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.process.Programs;
import mo.farol.bench.world.PeerMissing;

/** P2: steps 2 to 5 by JMH, between two runs of {@code openssl speed}. */
public final class HotPath implements Goal {
    private static final Pattern RESULT = Pattern.compile("(?m)^P2=([0-9.]+)$");
    private static final List<String> QUICK = List.of("-wi", "2", "-w", "1", "-i", "3", "-r", "1");

    @Override
    public List<Figure> take(Bench bench) throws PeerMissing, IOException, InterruptedException {
        if (Programs.find("openssl").isEmpty()) {
            throw new PeerMissing("openssl is not installed");
        }
        int pairs = bench.quick() ? 1 : bench.sizes().pairs();
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            ratios[i] = parse(command(bench).run());
            bench.say("P2 run %d: %.2f", i + 1, ratios[i]);
        }
        return List.of(Figure.of("P2", Limit.atMost(1.25), Series.of(ratios)));
    }

    private static CommandLine command(Bench bench) {
        List<String> words = new ArrayList<>(List.of(
                bench.ground().product().home().resolve("perf/run").toString(),
                "steps",
                "-p",
                "library=NATIVE",
                "-p",
                "way=HPKE"));
        if (bench.quick()) {
            words.addAll(QUICK);
        }
        return new CommandLine(words, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    static double parse(String printed) throws IOException {
        Matcher result = RESULT.matcher(printed);
        if (!result.find()) {
            throw new IOException("the hot-path benchmark printed no P2");
        }
        return Double.parseDouble(result.group(1));
    }
}
