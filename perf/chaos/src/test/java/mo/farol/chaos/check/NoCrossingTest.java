package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.LATER_CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class NoCrossingTest {
    private static final Line.Owner OWNER = new Line.Owner(1, CODE.key(), Map.of("bank/id_number", "0a"));
    private final NoCrossing check = new NoCrossing();

    @Test
    void findsAnotherPersonsField() {
        assertThat(released("0b").seenBy(check))
                .containsExactly("released another value of id_number than its owner's");
    }

    @Test
    void letsPassTheOwnersField() {
        assertThat(released("0a").seenBy(check)).isEmpty();
    }

    @Test
    void findsAReceiptThatTwoRequestsGot() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .op(shown(Act.VERIFY, 1, LATER_CODE, "t1", "k2"), accepted("r1"));
        assertThat(told.seenBy(check)).contains("two requests got one receipt");
    }

    @Test
    void findsAReceiptOfAnotherTerminalsRequest() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .recorded(CODE, "t2", "r1", 1);
        assertThat(told.seenBy(check)).containsExactly("the receipt is of another request");
    }

    private static Told released(String hash) {
        return new Told()
                .with(OWNER)
                .op(
                        shown(Act.VERIFY, 1, CODE, "t1", "k1"),
                        new Answer(Said.ACCEPTED, null, "r1", Map.of("id_number", hash)));
    }
}
