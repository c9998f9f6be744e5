package mo.farol.core.registry;

import io.vertx.core.Future;
import java.util.List;
import mo.farol.core.binding.OperatorCaller;

/** What operators did, for whoever audits them. Acts are only ever added, and never after what they are about. */
public interface OperatorActs {
    /** Records that an operator named somebody by a number that nobody has. @return when it is durable */
    Future<Void> numberNotFound(OperatorCaller by);

    /**
     * Newest first.
     *
     * @param before only those with a lower id
     */
    Future<List<OperatorAct>> before(long before, int atMost);
}
