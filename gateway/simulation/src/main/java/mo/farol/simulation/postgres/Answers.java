package mo.farol.simulation.postgres;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;

/** The rows that redeem.sql and winner.sql answer with. */
final class Answers {
    private static final Shape SHAPE = new Shape(
            "attempt",
            "now",
            "verdict",
            "id",
            "at",
            "resident",
            "institution",
            "institution_name",
            "policy_version",
            "released",
            "outcome",
            "why",
            "leaf",
            "wrapped_key",
            "fields",
            "sealed",
            "pairwise_secret");

    private Answers() {}

    static ModelRow undecided(UUID attempt, long nowMillis, int verdict) {
        return SHAPE.row(attempt, Statements.time(nowMillis), verdict);
    }

    /** @param opened the fields whose ciphertexts go with it */
    static ModelRow decided(UUID attempt, long nowMillis, RecordRow row, int opened, Tables tables) {
        List<Short> fields = new ArrayList<>();
        List<Buffer> sealed = new ArrayList<>();
        ResidentRow resident = opened == 0 ? null : tables.resident(row.resident());
        if (resident != null) {
            for (Field field : new FieldSet(opened).fields()) {
                fields.add((short) field.bit());
                sealed.add(
                        Buffer.buffer(Objects.requireNonNull(resident.sealed().get(field))));
            }
        }
        return SHAPE.row(
                attempt,
                Statements.time(nowMillis),
                0,
                row.attempt(),
                Statements.time(row.atMillis()),
                row.resident(),
                row.institution(),
                "Institution " + row.institution(),
                row.policyVersion(),
                row.released(),
                row.outcome(),
                row.why(),
                row.leaf(),
                resident == null ? null : Buffer.buffer(resident.wrappedKey()),
                fields.toArray(new Short[0]),
                sealed.toArray(new Buffer[0]));
    }
}
