package mo.farol.demo.people;

import java.util.List;
import mo.farol.core.registry.NewResident;

/**
 * A synthetic resident. Prints as its number.
 *
 * @param n from 1
 * @param wards the numbers of the minors this person is a parent or guardian of
 */
public record Person(int n, Kind kind, List<Integer> wards, NewResident resident) {
    @Override
    public String toString() {
        return "Person[n=" + n + ", kind=" + kind + "]";
    }
}
