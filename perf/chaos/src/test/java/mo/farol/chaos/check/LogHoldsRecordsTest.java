package mo.farol.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Line;
import org.junit.jupiter.api.Test;

class LogHoldsRecordsTest {
    private final LogHoldsRecords check = new LogHoldsRecords();

    @Test
    void findsRecordsThatTheLogPassedOver() {
        assertThat(new Told().with(new Line.Logged(2, 0, 0)).seenBy(check))
                .containsExactly("records that the log passed over: 2");
    }

    @Test
    void findsWhatIsNotAsItWasAndWhatIsOutOfOrder() {
        assertThat(new Told().with(new Line.Logged(0, 1, 3)).seenBy(check)).hasSize(2);
    }

    @Test
    void isContentWithALogThatHoldsAll() {
        assertThat(new Told().with(new Line.Logged(0, 0, 0)).seenBy(check)).isEmpty();
    }

    @Test
    void hasNothingToSayWhereThereIsNoLog() {
        assertThat(new Told().seenBy(check)).isEmpty();
    }
}
