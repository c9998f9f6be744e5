package mo.farol.core.binding;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a rule may know of an e-ID, read while it is locked. It never prints.
 *
 * @param resident its row
 * @param handle its random name in the API
 * @param born the birth date on file
 * @param multiple whether the resident is registered as a twin or multiple
 * @param bindings all that it ever had, newest first; at most one is live
 * @param guardians every authority that was ever entered, withdrawn ones too
 * @param accounts that open it, and those that once did
 */
public record Eid(
        long resident,
        UUID handle,
        LocalDate born,
        boolean multiple,
        HeldCard card,
        List<HeldBinding> bindings,
        List<Guardianship> guardians,
        List<HeldAccount> accounts) {
    private static final int FULL_AGE = 18;

    public Eid {
        bindings = List.copyOf(bindings);
        guardians = List.copyOf(guardians);
        accounts = List.copyOf(accounts);
    }

    /** An e-ID that never had an account. */
    public Eid(
            long resident,
            UUID handle,
            LocalDate born,
            boolean multiple,
            HeldCard card,
            List<HeldBinding> bindings,
            List<Guardianship> guardians) {
        this(resident, handle, born, multiple, card, bindings, guardians, List.of());
    }

    /** @param today in Macau */
    public boolean isMinorOn(LocalDate today) {
        return Period.between(born, today).getYears() < FULL_AGE;
    }

    /** The first day, in Macau, on which {@link #isMinorOn} is false. Who was born on 29 February may have to wait for 1 March. */
    public LocalDate comesOfAge() {
        LocalDate day = born.plusYears(FULL_AGE);
        return isMinorOn(day) ? day.plusDays(1) : day;
    }

    /** Active or suspended; there is at most one. */
    public Optional<HeldBinding> liveBinding() {
        return bindings.stream().filter(HeldBinding::isLive).findFirst();
    }

    public Optional<HeldBinding> binding(UUID handle) {
        return bindings.stream()
                .filter(binding -> binding.handle().equals(handle))
                .findFirst();
    }

    /** The authority of {@code guardian} that stands now. */
    public Optional<Guardianship> authorityOf(long guardian) {
        return guardians.stream()
                .filter(each -> each.guardian() == guardian && each.inForce())
                .findFirst();
    }

    @Override
    public String toString() {
        return "Eid[redacted]";
    }
}
