package mo.farol.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.SplittableRandom;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.Question;
import mo.farol.phone.terminal.TerminalKey;
import mo.farol.token.cose.Sign1;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private final Memory memory = new Memory();

    @Test
    void keepsTheNewestFourThousandInTheirOrder() throws Exception {
        for (int i = 0; i < 4_100; i++) {
            memory.add(remembered(i, "r" + i));
        }
        memory.keepAccepted();
        List<Remembered> kept = memory.all();
        assertThat(kept).hasSize(4_000);
        assertThat(kept.getFirst().receipt()).isEqualTo("r100");
        assertThat(kept.getLast().receipt()).isEqualTo("r4099");
    }

    @Test
    void drawsOftenFromTheLast() throws Exception {
        for (int i = 0; i < 4_100; i++) {
            memory.add(remembered(i, "r" + i));
        }
        SplittableRandom random = new SplittableRandom(1);
        long recent = 0;
        for (int i = 0; i < 1_000; i++) {
            recent += memory.draw(random).orElseThrow().shown().id().iat() >= 3_950 ? 1 : 0;
        }
        assertThat(recent).isBetween(450L, 600L);
    }

    @Test
    void forgetsAtTheEndWhatNobodyKnowsToBeAccepted() throws Exception {
        memory.add(remembered(1, null));
        memory.add(remembered(2, "r2"));
        memory.keepAccepted();
        assertThat(memory.all()).singleElement().matches(one -> "r2".equals(one.receipt()));
    }

    private static final Sign1 SIGNED = new Sign1(new byte[1], new byte[1], new byte[64]);
    private static @Nullable Terminal terminal;

    private static Remembered remembered(int n, @Nullable String receipt) throws Exception {
        if (terminal == null) {
            terminal = new Terminal(
                    new Question.From("t", "i", "p"), new TerminalKey("t", new ECKeyGenerator(Curve.P_256).generate()));
        }
        CodeId id = new CodeId("aa", n, "00");
        Sheet sheet = new Sheet(terminal, id, new byte[0], "", "k" + n, null, null);
        return new Remembered(new Shown(id, SIGNED, ""), sheet, receipt);
    }
}
