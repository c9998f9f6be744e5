package mo.farol.simulation.history;

import java.util.List;
import java.util.Objects;
import mo.farol.core.verification.Outcome;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.postgres.BindingRow;
import mo.farol.simulation.postgres.GrantRow;
import mo.farol.simulation.postgres.InstitutionRow;
import mo.farol.simulation.postgres.RecordRow;
import mo.farol.simulation.postgres.RedemptionRow;
import mo.farol.simulation.postgres.Server;
import mo.farol.simulation.postgres.Tables;
import mo.farol.simulation.postgres.TerminalRow;

/** Judges what is left in the end: one record for each redemption, every acknowledged stop, every counted try. */
final class EndJudge {
    private final History history;
    private final Server server;

    EndJudge(History history, Server server) {
        this.history = history;
        this.server = server;
    }

    void judge(boolean everythingCounted) {
        Tables tables = server.tables();
        for (RedemptionRow row : tables.redemptions()) {
            boolean recorded = tables.accessRecord(row.attempt())
                    .filter(kept -> kept.outcome() == RecordRow.VERIFIED)
                    .isPresent();
            if (row.voided() == recorded) {
                history.report("I3", "a redemption and its record do not match: " + row.attempt());
            }
        }
        long redeemed =
                tables.redemptions().stream().filter(row -> !row.voided()).count();
        long verified = tables.records().stream()
                .filter(row -> row.outcome() == RecordRow.VERIFIED)
                .count();
        if (redeemed != verified) {
            history.report("I3", redeemed + " redemptions and " + verified + " records of them");
        }
        stops(tables);
        if (everythingCounted && !history.outages().restoredSince(0)) {
            counted(tables);
        }
    }

    private void stops(Tables tables) {
        for (Target target : history.standings().targets()) {
            Act last = history.standings().acts(target).getLast();
            if (last.acknowledged() <= history.now() && stands(tables, target) == last.stops()) {
                history.report("I4", "acknowledged, and lost: " + target);
            }
        }
    }

    private static boolean stands(Tables tables, Target target) {
        return switch (target) {
            case Target.Binding binding ->
                tables.bindings().stream()
                        .filter(row -> row.id() == binding.phone() + 1L)
                        .anyMatch(row -> row.status() == BindingRow.ACTIVE);
            case Target.Terminal terminal -> {
                TerminalRow row = Objects.requireNonNull(tables.terminal(terminal.id()));
                yield !row.suspended();
            }
            case Target.Institution institution -> {
                InstitutionRow row = Objects.requireNonNull(tables.institution(institution.id()));
                yield !row.suspended();
            }
            case Target.Granted granted -> {
                long purpose = Town.PURPOSES.stream()
                        .filter(candidate -> candidate.name().equals(granted.purpose()))
                        .findFirst()
                        .orElseThrow()
                        .id();
                GrantRow row = Objects.requireNonNull(tables.grant(granted.institution(), purpose));
                yield !row.withdrawn();
            }
        };
    }

    private void counted(Tables tables) {
        List<Ask> again = history.asks().stream()
                .filter(ask -> ask.outcome()
                        .filter(outcome -> outcome instanceof Outcome.RefusedAgain)
                        .isPresent())
                .toList();
        long refused = history.asks().stream()
                .filter(ask -> ask.outcome()
                        .filter(outcome -> outcome instanceof Outcome.Refused told && !told.replayed())
                        .isPresent())
                .count();
        long tries = tables.records().stream()
                .filter(row -> row.outcome() == RecordRow.REFUSED)
                .mapToLong(RecordRow::tries)
                .sum();
        if (tries < refused + again.size()) {
            history.report("I3", tries + " tries on record, answered " + (refused + again.size()));
        }
    }
}
