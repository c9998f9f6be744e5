package mo.farol.bench.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mo.farol.phone.code.BoundEid;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.Test;

class KeyChainTest {
    private final Crypto crypto = Crypto.preferred().crypto();
    private final KeyChain chain = new KeyChain(crypto, new SecureRandom());

    @Test
    void makesThePublicKeysOfItsPhones() {
        IntFunction<byte[]> keys = chain.publicKeys(7, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(keys.apply(i))
                    .isEqualTo(chain.phone(7 + i).key().publicKey().point());
        }
    }

    @Test
    void makesPhonesWhoseSignaturesHold() {
        byte[] message = "message".getBytes(StandardCharsets.UTF_8);
        BindingPublicKey key = BindingPublicKey.of(chain.publicKeys(3, 1).apply(0));
        assertThat(crypto.verify(key, message, chain.phone(3).key().sign(message)))
                .isTrue();
    }

    @Test
    void givesNoTwoTheSameName() {
        assertThat(IntStream.range(0, 10_000).mapToObj(chain::name).collect(Collectors.toSet()))
                .hasSize(10_000);
        assertThat(chain.phone(4).id().value()).isEqualTo(chain.name(4));
    }

    @Test
    void takesTurnsAmongAFew() {
        Phones inTurn = Phones.inTurn(chain, 5, 7);
        List<Long> names = IntStream.range(0, 4)
                .mapToObj(i -> inTurn.next())
                .map(BoundEid::id)
                .map(id -> id.value())
                .toList();
        assertThat(names).containsExactly(chain.name(5), chain.name(6), chain.name(5), chain.name(6));
    }
}
