package mo.farol.server.eid;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Reads the random names of e-IDs, bindings and the like: a UUID in its canonical, lower-case form. */
public final class Handles {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Handles() {}

    /** What is no name at all names nothing: {@code not_found}, like any name of nothing. */
    public static UUID inPath(RoutingContext ctx, String parameter) throws RequestRefused {
        return parse(ctx.pathParam(parameter)).orElseThrow(() -> new RequestRefused(ProblemCode.NOT_FOUND));
    }

    /** @throws RequestRefused {@code invalid_request} */
    public static UUID required(@Nullable String text) throws RequestRefused {
        return parse(text).orElseThrow(Bodies::invalid);
    }

    public static @Nullable UUID optional(@Nullable String text) throws RequestRefused {
        return text == null ? null : required(text);
    }

    public static Optional<UUID> parse(@Nullable String text) {
        return text != null && CANONICAL.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
