package mo.farol.core.civilregistry;

import java.time.LocalDate;
import java.util.Map;
import mo.farol.core.binding.GuardianKind;

/** Turns a row's texts into what the row says, or into why it cannot. The same row always gives the same. */
public final class RowReader {
    /** The name beside the columns that tells a row's kind, where a file has rows of both. */
    public static final String KIND = "kind";

    private static final Map<String, GuardianKind> RELATIONS =
            Map.of("parent", GuardianKind.PARENT, "guardian", GuardianKind.GUARDIAN);

    private final LocalDate today;

    /** @param today in Macau: nobody is born later */
    public RowReader(LocalDate today) {
        this.today = today;
    }

    /** @param values by the column's name, in the order of the row; an empty text stands for a value that is null */
    public Content read(RowKind kind, Map<String, String> values) {
        try {
            Texts texts = new Texts(values);
            texts.check(kind);
            return switch (kind) {
                case RESIDENT -> new ResidentReading(texts, today).read();
                case GUARDIANSHIP -> guardianship(texts);
            };
        } catch (Rejected e) {
            return e.rejection();
        }
    }

    private static Content guardianship(Texts texts) throws Rejected {
        Boolean inForce = texts.flagIfSaid(Column.IN_FORCE);
        RegistryGuardianship row = new RegistryGuardianship(
                texts.number(Column.MINOR_ID_NUMBER),
                texts.number(Column.GUARDIAN_ID_NUMBER),
                texts.oneOf(Column.RELATION, RELATIONS),
                inForce == null || inForce,
                texts.sequence());
        return row.minor().equals(row.guardian()) ? Rejection.of(Reason.SELF_GUARDIANSHIP) : row;
    }
}
