package mo.farol.chaos.world;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts another database in the place of the one that is there. One thread at a time. */
final class Replacements {
    /** Where other faults let nothing be committed, it goes on without. */
    private static final Duration COMMITS_WITHIN = Duration.ofSeconds(5);

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    private final Database database;
    private final Cuts cuts;
    private final Operator operator;
    private final List<Rewind> rewinds = new ArrayList<>();

    Replacements(Database database, Cuts cuts, Operator operator) {
        this.database = database;
        this.cuts = cuts;
        this.operator = operator;
    }

    List<Rewind> rewinds() {
        return List.copyOf(rewinds);
    }

    /**
     * The standby is left behind first: one that commits do not wait for lacks some that were acknowledged, and for one that
     * they wait for some have given up waiting.
     */
    Undo failOver() throws IOException, SQLException, InterruptedException {
        if (!database.hasStandby()) {
            database.revivePrimary();
            database.buildStandby();
        }
        Instant cut = Instant.now();
        cuts.cutReplication();
        Patience.atMost(COMMITS_WITHIN, () -> database.hasLeftStandbyBehind(cut));
        database.failOver();
        cuts.healReplication();
        operator.afterFailover();
        return database::buildStandby;
    }

    /**
     * Goes back behind the end of a binding. The gateways find the restored database as it is, and are
     * stopped only then.
     */
    Undo restore() throws IOException, SQLException, InterruptedException {
        database.revivePrimary();
        database.backUp();
        Instant to = database.now();
        String point = database.mark();
        Patience.atMost(ENDS_WITHIN, () -> database.hasEndedBindingsSince(to));
        Instant stopped = database.goBackTo(point);
        rewinds.add(new Rewind(to, stopped));
        operator.afterRestore();
        return database::buildStandby;
    }
}
