package mo.farol.simulation.postgres;

/** One row written. */
public sealed interface Change {
    record PutRedemption(RedemptionRow row) implements Change {}

    record PutRecord(RecordRow row) implements Change {}

    record PutResident(ResidentRow row) implements Change {}

    record PutBinding(BindingRow row) implements Change {}

    record PutTerminal(TerminalRow row) implements Change {}

    record PutInstitution(InstitutionRow row) implements Change {}

    record PutGrant(GrantRow row) implements Change {}

    record PutArbiter(ArbiterRow row) implements Change {}

    /** Whether it is about what may be asked and shown, not about what was. */
    default boolean isFact() {
        return switch (this) {
            case PutRedemption redemption -> false;
            case PutRecord put -> false;
            case PutArbiter arbiter -> false;
            case PutResident resident -> true;
            case PutBinding binding -> true;
            case PutTerminal terminal -> true;
            case PutInstitution institution -> true;
            case PutGrant grant -> true;
        };
    }

    /** Names the row that is written, so that whoever changes it waits for whoever does already. */
    default String rowName() {
        return switch (this) {
            case PutRedemption put -> "redemption " + put.row().unique();
            case PutRecord put -> "access record " + put.row().attempt();
            case PutResident put -> "resident " + put.row().id();
            case PutBinding put -> "binding " + put.row().id();
            case PutTerminal put -> "terminal " + put.row().id();
            case PutInstitution put -> "institution " + put.row().id();
            case PutGrant put -> "grant " + put.row().key();
            case PutArbiter put -> "arbiter";
        };
    }
}
