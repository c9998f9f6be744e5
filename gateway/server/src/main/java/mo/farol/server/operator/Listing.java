package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import mo.farol.server.eid.Query;
import mo.farol.server.eid.Reply;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is in the order of names.
 *
 * @param items what the page holds
 * @param next the last one's name when there are more, else null
 */
record Listing<T>(List<T> items, @Nullable String next) {
    private static final int LONGEST_NAME = 200;

    @FunctionalInterface
    interface Source<T> {
        /** @param after the name before the page; empty: the first page */
        Future<List<T>> read(String after, int atMost);
    }

    static <T> Future<Reply> answer(
            RoutingContext ctx,
            Source<T> source,
            Function<T, String> name,
            BiFunction<List<T>, @Nullable String, Object> body)
            throws RequestRefused {
        Query query = Query.of(ctx, "after", "limit");
        String after = query.text("after", LONGEST_NAME);
        int limit = query.limit();
        return source.read(after == null ? "" : after, limit + 1)
                .map(found -> cut(found, limit, name))
                .map(page -> Reply.ok(body.apply(page.items(), page.next())));
    }

    private static <T> Listing<T> cut(List<T> found, int limit, Function<T, String> name) {
        return found.size() <= limit
                ? new Listing<>(found, null)
                : new Listing<>(found.subList(0, limit), name.apply(found.get(limit - 1)));
    }
}
