package mo.farol.server.eid;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import mo.farol.core.resident.ResidentViews;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** The parameters after an address's question mark: only those that the operation knows, each once. */
public final class Query {
    /** How many items a page has when nobody says. */
    public static final int USUAL_PAGE = 50;

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    private final MultiMap values;

    private Query(MultiMap values) {
        this.values = values;
    }

    public static Query of(RoutingContext ctx, String... known) throws RequestRefused {
        MultiMap values = ctx.queryParams();
        Set<String> names = Set.of(known);
        for (String name : values.names()) {
            if (!names.contains(name) || values.getAll(name).size() > 1) {
                throw Bodies.invalid();
            }
        }
        return new Query(values);
    }

    public Optional<UUID> handle(String name) throws RequestRefused {
        return Optional.ofNullable(Handles.optional(values.get(name)));
    }

    public @Nullable String text(String name, int longest) throws RequestRefused {
        String text = values.get(name);
        return text == null ? null : Words.said(text, longest);
    }

    public boolean flag(String name) throws RequestRefused {
        String text = values.get(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw Bodies.invalid();
        }
        return true;
    }

    /** {@code limit}: 1 to {@link ResidentViews#LARGEST_PAGE}. */
    public int limit() throws RequestRefused {
        String text = values.get("limit");
        if (text == null) {
            return USUAL_PAGE;
        }
        int limit = Integer.parseInt(Words.matching(COUNT, text));
        if (limit > ResidentViews.LARGEST_PAGE) {
            throw Bodies.invalid();
        }
        return limit;
    }
}
