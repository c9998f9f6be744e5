package mo.farol.demo.cast;

import java.util.List;
import java.util.UUID;
import mo.farol.demo.people.Kind;

/**
 * One of the demo's people. It prints as a number.
 *
 * @param n from 1
 * @param wards the numbers of the minors this person is a parent of
 * @param eid the e-ID's name in the API
 * @param idNumber on the card
 */
public record Member(int n, Kind kind, List<Integer> wards, UUID eid, String idNumber) {
    public Member {
        wards = List.copyOf(wards);
    }

    @Override
    public String toString() {
        return "Member[" + n + "]";
    }
}
