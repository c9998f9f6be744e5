package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.NewPurpose;
import mo.farol.store.connection.Connections;
import mo.farol.token.CodeType;

/** The purpose catalogue and what is granted. A change of a grant always raises its version. */
final class GrantRows {
    private static final String ADD_PURPOSE = """
            INSERT INTO purpose (name, accepts, in_person, challenge_required, reason_required, least_key_level)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """;
    private static final String GRANT = """
            INSERT INTO purpose_grant (institution, purpose, version, fields, encrypt) VALUES ($1, $2, 1, $3, $4)
            ON CONFLICT (institution, purpose) DO UPDATE
            SET version = purpose_grant.version + 1, fields = $3, encrypt = $4, withdrawn = false
            RETURNING version AS id
            """;
    private static final String RULES = """
            SELECT p.in_person, i.encryption_key IS NOT NULL AS can_encrypt
            FROM purpose p, institution i WHERE p.id = $1 AND i.id = $2
            """;
    private static final String WITHDRAW = """
            UPDATE purpose_grant SET withdrawn = true, version = version + 1 WHERE institution = $1 AND purpose = $2
            """;

    private final Connections connections;

    GrantRows(Connections connections) {
        this.connections = connections;
    }

    Future<Long> addPurpose(NewPurpose purpose) {
        return connections
                .pool()
                .preparedQuery(ADD_PURPOSE)
                .execute(Tuple.of(
                        purpose.name(),
                        purpose.accepts() == CodeType.EID ? 1 : 2,
                        purpose.inPerson(),
                        purpose.challengeRequired(),
                        purpose.reasonRequired(),
                        purpose.leastKeyLevel().number()))
                .map(Rows::id);
    }

    Future<Long> grant(long institution, long purpose, FieldSet fields, boolean encrypt) {
        return connections
                .pool()
                .withTransaction(connection -> checked(connection, institution, purpose, fields, encrypt)
                        .compose(allowed -> connection
                                .preparedQuery(GRANT)
                                .execute(Tuple.of(institution, purpose, fields.mask(), encrypt)))
                        .map(Rows::id));
    }

    Future<Void> withdraw(long institution, long purpose) {
        return connections
                .pool()
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(institution, purpose))
                .compose(rows -> Rows.changed("grant", rows));
    }

    private static Future<Void> checked(
            SqlConnection connection, long institution, long purpose, FieldSet fields, boolean encrypt) {
        return connection
                .preparedQuery(RULES)
                .execute(Tuple.of(purpose, institution))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return refused("no such institution or purpose");
                    }
                    Row rules = rows.iterator().next();
                    if (rules.getBoolean("in_person") && !fields.containsAll(FieldSet.NAME_AND_PHOTO)) {
                        return refused("an in-person purpose must be granted names and photo");
                    }
                    return encrypt && !rules.getBoolean("can_encrypt")
                            ? refused("an institution without an encryption key cannot be sent encrypted fields")
                            : Future.succeededFuture();
                });
    }

    private static Future<Void> refused(String why) {
        return Future.failedFuture(new IllegalArgumentException(why));
    }
}
