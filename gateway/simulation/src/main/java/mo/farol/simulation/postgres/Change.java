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
}
