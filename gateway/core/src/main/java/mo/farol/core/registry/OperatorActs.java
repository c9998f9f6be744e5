package mo.farol.core.registry;

import io.vertx.core.Future;
import java.util.List;

/** What operators did, for whoever audits them. Acts are only ever added, and never after what they are about. */
public interface OperatorActs {
    /**
     * Newest first.
     *
     * @param before only those with a lower id
     */
    Future<List<OperatorAct>> before(long before, int atMost);
}
