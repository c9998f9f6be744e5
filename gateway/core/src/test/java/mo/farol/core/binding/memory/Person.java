package mo.farol.core.binding.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.binding.Guardianship;
import mo.farol.core.binding.HeldAccount;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.registry.IdNumber;

/** What the database knows of one resident. Guarded by the {@link People} they belong to. */
final class Person {
    final long row;
    final UUID handle;
    final IdNumber number;
    final LocalDate born;
    final boolean multiple;
    final List<HeldBinding> bindings = new ArrayList<>();
    final List<HeldAccount> accounts = new ArrayList<>();
    final Map<Long, Guardianship> guardians = new LinkedHashMap<>();
    HeldCard card;

    Person(long row, LocalDate born, boolean multiple, HeldCard card) {
        this.row = row;
        this.handle = new UUID(0x4000L, 0x8000_0000_0000_0000L | row);
        this.number = new IdNumber("1%06d(%d)".formatted(row, row % 10));
        this.born = born;
        this.multiple = multiple;
        this.card = card;
    }
}
