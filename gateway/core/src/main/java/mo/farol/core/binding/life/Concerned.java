package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Guardianship;

/** Who is told of what happens to an e-ID. */
final class Concerned {
    private Concerned() {}

    /** The resident and, as long as that is a minor, everybody with authority over them. */
    static SequencedSet<Long> in(Eid eid, Instant now) {
        return eid.isMinorOn(MacauDay.of(now)) ? family(eid) : new LinkedHashSet<>(List.of(eid.resident()));
    }

    /** The resident and everybody with authority on file, also when that has just ended by age. */
    static SequencedSet<Long> family(Eid eid) {
        SequencedSet<Long> rows = new LinkedHashSet<>();
        rows.add(eid.resident());
        eid.guardians().stream()
                .filter(Guardianship::inForce)
                .map(Guardianship::guardian)
                .forEach(rows::add);
        return rows;
    }
}
