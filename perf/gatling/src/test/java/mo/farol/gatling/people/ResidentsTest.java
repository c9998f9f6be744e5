package mo.farol.gatling.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResidentsTest {
    @Test
    void takeTurnsAndPassOverWhoHasACodeUnderWayOrIsSetAside() {
        List<Resident> three = Invented.residents(3);
        Residents residents = new Residents(three);
        assertThat(residents.next().n()).isEqualTo(1);
        three.get(1).setAside();
        assertThat(residents.next().n()).isEqualTo(3);
        three.getFirst().release();
        assertThat(residents.next().n()).isEqualTo(1);
        assertThat(residents.overlaps()).isZero();
    }

    @Test
    void comeAllTheSameWhenAllAreBusyAndThatIsCounted() {
        Residents residents = new Residents(Invented.residents(1));
        assertThat(residents.next()).isSameAs(residents.next());
        assertThat(residents.overlaps()).isEqualTo(1);
    }

    @Test
    void comeOutOfTurnWhenTheyAreCalledUnlessTheyAreBusy() {
        List<Resident> three = Invented.residents(3);
        Residents residents = new Residents(three);
        residents.call(three.get(2));
        residents.call(three.get(2));
        assertThat(residents.next().n()).isEqualTo(3);
        assertThat(residents.next().n()).isEqualTo(1);
    }

    @Test
    void leaveFromTheEndOfTheLineThoseWithAnAccountOnly() {
        Residents residents = new Residents(List.of(
                Invented.resident(1, Optional.of("a")),
                Invented.resident(2),
                Invented.resident(3, Optional.of("c")),
                Invented.resident(4)));
        assertThat(residents.leaving()).get().extracting(Resident::n).isEqualTo(3);
        assertThat(residents.leaving()).get().extracting(Resident::n).isEqualTo(1);
        assertThat(residents.leaving()).isEmpty();
    }

    @Test
    void areSomebody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Residents(List.of()));
    }
}
