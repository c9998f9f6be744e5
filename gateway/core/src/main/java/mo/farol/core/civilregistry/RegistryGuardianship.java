package mo.farol.core.civilregistry;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.registry.IdNumber;

/**
 * Somebody's authority over a minor as a row has it. It never prints.
 *
 * @param inForce false: it was withdrawn
 * @param sequence the registry's count of events of this pair, up to which the row is true
 */
public record RegistryGuardianship(IdNumber minor, IdNumber guardian, GuardianKind kind, boolean inForce, long sequence)
        implements Content {
    private static final int FULL_AGE = 18;

    /**
     * Why it cannot be entered, by the two people's age. A circle of guardians has a minor among them who acts for
     * somebody, so this finds every circle.
     *
     * @param today in Macau
     */
    public Optional<Reason> refusedByAge(LocalDate minorBorn, LocalDate guardianBorn, LocalDate today) {
        if (!inForce) {
            return Optional.empty();
        }
        if (isOfAge(minorBorn, today)) {
            return Optional.of(Reason.NOT_A_MINOR);
        }
        return isOfAge(guardianBorn, today) ? Optional.empty() : Optional.of(Reason.GUARDIAN_IS_MINOR);
    }

    private static boolean isOfAge(LocalDate born, LocalDate today) {
        return Period.between(born, today).getYears() >= FULL_AGE;
    }

    @Override
    public String toString() {
        return "RegistryGuardianship[redacted]";
    }
}
