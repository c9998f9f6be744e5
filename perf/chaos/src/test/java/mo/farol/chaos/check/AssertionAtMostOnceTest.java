package mo.farol.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class AssertionAtMostOnceTest {
    private final AssertionAtMostOnce check = new AssertionAtMostOnce();

    @Test
    void findsAnAssertionThatGaveTwoTokens() {
        Told told = new Told().act(Act.ASSERTION, "j1", Said.DONE).act(Act.ASSERTION, "j1", Said.DONE);
        assertThat(told.seenBy(check)).containsExactly("a client assertion gave 2 access tokens");
    }

    @Test
    void letsEachAssertionGiveOne() {
        Told told = new Told()
                .act(Act.ASSERTION, "j1", Said.DONE)
                .act(Act.ASSERTION, "j1", Said.TURNED_AWAY)
                .act(Act.ASSERTION, "j2", Said.DONE);
        assertThat(told.seenBy(check)).isEmpty();
    }
}
