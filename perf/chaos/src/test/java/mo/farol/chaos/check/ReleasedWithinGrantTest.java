package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class ReleasedWithinGrantTest {
    private final ReleasedWithinGrant check = new ReleasedWithinGrant();

    @Test
    void findsAFieldThatIsNotGranted() {
        assertThat(told(Said.ACCEPTED, List.of("sex", "photo"), "photo").seenBy(check))
                .hasSize(1);
    }

    @Test
    void findsAFieldThatWasNotAskedFor() {
        assertThat(told(Said.ACCEPTED, List.of("sex"), "birth_date").seenBy(check))
                .hasSize(1);
    }

    @Test
    void findsAnyFieldInARefusal() {
        assertThat(told(Said.REFUSED, List.of("sex"), "sex").seenBy(check)).hasSize(1);
    }

    @Test
    void letsPassWhatWasAskedForAndGranted() {
        assertThat(told(Said.ACCEPTED, List.of("sex", "photo"), "sex").seenBy(check))
                .isEmpty();
    }

    @Test
    void letsPassWhatAPersonComparesWhoeverAskedForLess() {
        assertThat(told(Said.ACCEPTED, List.of("sex"), "surname_pt").seenBy(check))
                .isEmpty();
    }

    private static Told told(Said said, List<String> asked, String released) {
        Question question = new Question(Act.VERIFY, 1, CODE, null, Told.bank("t1"), "k", "body", asked);
        return new Told()
                .with(new Line.Granted(
                        "bank", "account", List.of("sex", "birth_date", "surname_pt"), List.of("surname_pt")))
                .op(question, new Answer(said, null, "r1", Map.of(released, "00")));
    }
}
