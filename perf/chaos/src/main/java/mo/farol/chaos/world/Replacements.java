package mo.farol.chaos.world;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts another database in the place of the one that is there. One thread at a time. */
final class Replacements {
    /** Long enough for commits to give up waiting for the standby, and for a lagging one to lag. */
    private static final Duration STANDBY_LEFT_BEHIND = Duration.ofMillis(2_500);

    private static final Duration LOST = Duration.ofSeconds(2);

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

    /** The standby is left behind first, so that one which commits do not wait for lacks some of them. */
    Undo failOver() throws IOException, SQLException, InterruptedException {
        if (!database.hasStandby()) {
            database.revivePrimary();
            database.buildStandby();
        }
        cuts.cutReplication();
        Thread.sleep(STANDBY_LEFT_BEHIND);
        database.failOver();
        cuts.healReplication();
        operator.afterFailover();
        return database::buildStandby;
    }

    /** The gateways find the restored database as it is, and are stopped only then. */
    Undo restore() throws IOException, SQLException, InterruptedException {
        database.revivePrimary();
        database.backUp();
        Instant to = database.now();
        String point = database.mark();
        Thread.sleep(LOST);
        Instant stopped = database.goBackTo(point);
        rewinds.add(new Rewind(to, stopped));
        operator.afterRestore();
        return database::buildStandby;
    }
}
