package mo.farol.simulation.client;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.simulation.planted.Planted;
import mo.farol.simulation.postgres.ModelRow;
import mo.farol.simulation.postgres.Server;
import mo.farol.simulation.postgres.Wrong;

/** What planted bugs make of an answer, or of none, on its way to the store. */
record Planting(Planted planted) {
    List<ModelRow> given(String sql, List<ModelRow> rows) {
        if (planted != Planted.ORDINAL_OFF_BY_ONE || !Wrong.isRedeeming(sql) || rows.size() < 2) {
            return rows;
        }
        List<ModelRow> shifted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            shifted.add(rows.get(i).withFirstOf(rows.get((i + 1) % rows.size())));
        }
        return shifted;
    }

    Optional<List<ModelRow>> insteadOfLoss(String sql, Tuple tuple, Server server) {
        return planted == Planted.COMMIT_FAILURE_AS_REFUSAL && Wrong.isRedeeming(sql)
                ? Optional.of(Wrong.refusals(tuple, server))
                : Optional.empty();
    }
}
