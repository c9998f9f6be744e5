package mo.farol.chaos.check;

import mo.farol.chaos.history.Line;

/** I8, as far as the database itself tells: the public log holds every record, as it is, in the order of transactions. */
final class LogHoldsRecords implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        for (Line.Logged log : evidence.history().all(Line.Logged.class)) {
            tell(findings, log.missing(), "records that the log passed over: ");
            tell(findings, log.altered(), "entries of the log that are no record's: ");
            tell(findings, log.disordered(), "entries of the log behind those of later transactions: ");
        }
    }

    private static void tell(Findings findings, long count, String what) {
        if (count > 0) {
            findings.violated(Promise.LOG_BREAKS, what + count);
        }
    }
}
