package mo.farol.jmh;

import java.util.concurrent.TimeUnit;
import mo.farol.token.CodeOpener;
import mo.farol.token.CodeParser;
import mo.farol.token.GenuineCode;
import mo.farol.token.NotReadable;
import mo.farol.token.OpenedCode;
import mo.farol.token.OpeningWay;
import mo.farol.token.SignatureVerifier;
import mo.farol.token.crypto.BouncyCastleCrypto;
import mo.farol.token.crypto.ConscryptCrypto;
import mo.farol.token.crypto.Crypto;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parse, open, verify the signature, check the time: what every genuine code costs before anything is looked up. */
@SuppressWarnings("NullAway.Init") // JMH fills the fields
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepsTwoToFive {
    private static final long AHEAD = 15;
    private static final long LIFETIME = 45;

    @Param
    private OpeningWay way;

    @Param
    private Library library;

    private final long anchorNanos = System.nanoTime();
    private final long anchorSeconds = System.currentTimeMillis() / 1000;
    private Shown shown;
    private CodeOpener opener;
    private SignatureVerifier verifier;
    private int next;

    /** Which cryptography. */
    public enum Library {
        NATIVE,
        JAVA
    }

    @Setup
    public void mint() {
        Crypto crypto = library == Library.NATIVE ? new ConscryptCrypto() : new BouncyCastleCrypto();
        shown = new Shown(new ConscryptCrypto(), way, anchorSeconds);
        opener = new CodeOpener(crypto);
        verifier = new SignatureVerifier(crypto);
    }

    @Benchmark
    public boolean steps() throws NotReadable {
        String text = shown.texts[next++ & shown.texts.length - 1];
        OpenedCode opened = opener.open(CodeParser.parse(text), shown.ring);
        GenuineCode genuine =
                verifier.verify(opened, shown.key(opened.bindingKeyId())).orElseThrow();
        return isCurrent(genuine.claims().iat());
    }

    /** As the gateway does: an anchored time and {@code nanoTime}. Either answer is fine here: the codes age meanwhile. */
    private boolean isCurrent(long iat) {
        long now = anchorSeconds + (System.nanoTime() - anchorNanos) / 1_000_000_000L;
        return iat - AHEAD <= now && now <= iat + LIFETIME;
    }
}
