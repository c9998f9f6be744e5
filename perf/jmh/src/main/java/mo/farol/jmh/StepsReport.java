package mo.farol.jmh;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmark between two runs of {@code openssl speed} and prints goal P2: steps 2 to 5 by HPKE with the native
 * cryptography, over OpenSSL's X25519 and P-256 verification. Takes JMH's own options.
 */
public final class StepsReport {
    private static final int OPENSSL_SECONDS = 3;

    private StepsReport() {}

    public static void main(String[] args)
            throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
        OpenSslSpeed before = OpenSslSpeed.measure(OPENSSL_SECONDS);
        Collection<RunResult> results = new Runner(options(args)).run();
        OpenSslSpeed floor = before.mean(OpenSslSpeed.measure(OPENSSL_SECONDS));
        print(
                "%nOpenSSL: X25519 %.1f us, P-256 verify %.1f us, floor %.1f us%n",
                floor.x25519Micros(), floor.verifyMicros(), floor.floorMicros());
        for (RunResult result : results) {
            double micros = cpuMicros(result);
            String name = result.getParams().getParam("way") + " "
                    + result.getParams().getParam("library");
            print("%-14s %8.1f us  %.2f x floor%n", name, micros, micros / floor.floorMicros());
            if (name.equals("HPKE NATIVE")) {
                print("P2=%.2f%n", micros / floor.floorMicros());
            }
        }
    }

    private static double cpuMicros(RunResult result) {
        Result<?> cpu = result.getSecondaryResults().get(CpuTime.LABEL);
        return Objects.requireNonNull(cpu, "the CPU time was not taken").getScore();
    }

    private static Options options(String[] args) throws CommandLineOptionException {
        return new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(StepsTwoToFive.class.getSimpleName())
                .addProfiler(CpuTime.class)
                .jvmArgsAppend(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djmh.executor=CUSTOM",
                        "-Djmh.executor.class=" + EventLoop.class.getName())
                .build();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
