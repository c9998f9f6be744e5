package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.List;

/** Finds the e-IDs that a parent or guardian has bound, page by page. Nothing is locked. */
public interface GuardianBound {
    /**
     * The rows of e-IDs with a live binding that a parent or guardian made, of minors or not.
     *
     * @param row only those above it; 0 for the first page
     * @param atMost how many, at least 1
     * @return in ascending order; fewer than {@code atMost} on the last page
     */
    Future<List<Long>> after(long row, int atMost);
}
