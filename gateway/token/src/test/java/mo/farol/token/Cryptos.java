package mo.farol.token;

import java.util.stream.Stream;
import mo.farol.token.crypto.BouncyCastleCrypto;
import mo.farol.token.crypto.ConscryptCrypto;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.Named;

/** Both implementations, as arguments of parameterised tests. */
public final class Cryptos {
    public static final Crypto NATIVE = new ConscryptCrypto();
    public static final Crypto JAVA = new BouncyCastleCrypto();

    private Cryptos() {}

    /** For {@code @MethodSource("mo.farol.token.Cryptos#both")}. */
    public static Stream<Named<Crypto>> both() {
        return Stream.of(Named.of("native", NATIVE), Named.of("java", JAVA));
    }
}
