package mo.farol.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Line;
import org.junit.jupiter.api.Test;

class OneActiveBindingTest {
    private final OneActiveBinding check = new OneActiveBinding();

    @Test
    void findsAnEidThatIsActiveTwice() {
        Told told = new Told().with(new Line.Held(1, "aa", 1)).with(new Line.Held(1, "bb", 1));
        assertThat(told.seenBy(check)).containsExactly("an e-ID has 2 active bindings");
    }

    @Test
    void letsAnEidHaveOneActiveAndManyEnded() {
        Told told = new Told()
                .with(new Line.Held(1, "aa", 3))
                .with(new Line.Held(1, "bb", 1))
                .with(new Line.Held(2, "cc", 1));
        assertThat(told.seenBy(check)).isEmpty();
    }
}
