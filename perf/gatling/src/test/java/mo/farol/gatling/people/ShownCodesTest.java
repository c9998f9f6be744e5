package mo.farol.gatling.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownCodesTest {
    private final ShownCodes shown = new ShownCodes();

    @Test
    void areNoneAtFirst() {
        assertThat(shown.next()).isEmpty();
    }

    @Test
    void areShownInTurnAgainAndAgain() {
        Showing one = Invented.showing(Invented.resident(1), 0);
        Showing two = Invented.showing(Invented.resident(2), 0);
        shown.add(one);
        shown.add(two);
        assertThat(shown.next()).contains(one);
        assertThat(shown.next()).contains(two);
        assertThat(shown.next()).contains(one);
    }

    @Test
    void makeRoomForNewOnes() {
        Showing first = Invented.showing(Invented.resident(1), 0);
        Showing later = Invented.showing(Invented.resident(2), 0);
        shown.add(first);
        for (int i = 0; i < 4096; i++) {
            shown.add(later);
        }
        assertThat(shown.next()).contains(later);
    }

    @Test
    void keepTheCodeAndChangeTerminalAndKey() {
        Showing one = Invented.showing(Invented.resident(1), 0);
        Showing again = one.again("other", 5);
        assertThat(again.body()).isEqualTo(one.body()).contains("EID1:CODE", "load.names");
        assertThat(again.token()).isEqualTo("other");
        assertThat(again.key()).isNotEqualTo(one.key());
        assertThat(one.toString()).doesNotContain("EID1");
    }
}
