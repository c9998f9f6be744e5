package mo.farol.simulation.postgres;

import io.vertx.sqlclient.Tuple;
import java.util.List;

/** What {@code CachedPolicy} asks, in short. */
public final class GrantLookUp {
    public static final String SQL = "SELECT version, fields FROM purpose_grant WHERE NOT withdrawn AND ...";

    private static final Shape SHAPE = new Shape("version", "fields");

    private GrantLookUp() {}

    static Statement of(Tuple tuple) {
        return (tables, at) -> {
            GrantRow grant = tables.grant(tuple.getLong(0), tuple.getLong(1));
            return taken -> grant == null || grant.withdrawn()
                    ? List.of()
                    : List.of(SHAPE.row(grant.version(), grant.fields()));
        };
    }
}
