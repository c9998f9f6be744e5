package mo.farol.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the same machine's OpenSSL needs for the two operations that no code can do without. */
record OpenSslSpeed(double x25519Micros, double verifyMicros) {
    private static final Pattern X25519 = Pattern.compile("(?m)X25519\\).* ([0-9.]+)$");
    private static final Pattern P256 = Pattern.compile("(?m)nistp256\\).* ([0-9.]+)$");

    /** Runs {@code openssl speed}, some {@code seconds} for each operation, on one core. */
    static OpenSslSpeed measure(int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "openssl", "speed", "-seconds", Integer.toString(seconds), "ecdhx25519", "ecdsap256")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("openssl speed ended with " + status);
        }
        return new OpenSslSpeed(micros(X25519, output), micros(P256, output));
    }

    /** The floor under one code. */
    double floorMicros() {
        return x25519Micros + verifyMicros;
    }

    OpenSslSpeed mean(OpenSslSpeed other) {
        return new OpenSslSpeed((x25519Micros + other.x25519Micros) / 2, (verifyMicros + other.verifyMicros) / 2);
    }

    private static double micros(Pattern lastColumn, String output) throws IOException {
        Matcher matcher = lastColumn.matcher(output);
        if (!matcher.find()) {
            throw new IOException("openssl speed printed no such line: " + lastColumn);
        }
        return 1_000_000 / Double.parseDouble(matcher.group(1));
    }
}
