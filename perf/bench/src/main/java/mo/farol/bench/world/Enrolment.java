package mo.farol.bench.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mo.farol.phone.kit.KitTerminal;

/**
 * The benchmark's own purposes and terminals, for which there is no API. Sixty-four terminals, because a gateway puts only
 * so many refusals of each on record at once.
 */
final class Enrolment {
    /** Releases the four names. */
    static final String NAMES = "bench.names";
    /** Releases nothing: says only whether the e-ID is in force. */
    static final String NOTHING = "bench.nothing";

    static final int TERMINALS = 64;

    private static final String INSTITUTION = "Load test bank";
    private static final int FOUR_NAMES = 15;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PURPOSE = """
            WITH p AS (INSERT INTO purpose (name, accepts, in_person, challenge_required, reason_required)
                       VALUES (?, 1, false, false, false) RETURNING id)
            INSERT INTO purpose_grant (institution, purpose, version, fields, encrypt)
            SELECT i.id, p.id, 1, ?, false FROM p, institution i WHERE i.name = ?
            """;
    private static final String TERMINAL = """
            INSERT INTO terminal (institution, means, name, public_jwk)
            SELECT i.id, (SELECT min(id) FROM means), ?, ? FROM institution i WHERE i.name = ?
            """;

    /** A kit's residents are as people are, and some let their cards run out: their codes would be refused. */
    private static final String RENEW = "UPDATE card SET status = 1, expires = '2099-12-31'";

    private Enrolment() {}

    static List<KitTerminal> enter(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(RENEW);
        }
        purpose(connection, NAMES, FOUR_NAMES);
        purpose(connection, NOTHING, 0);
        List<KitTerminal> terminals = new ArrayList<>();
        for (int i = 1; i <= TERMINALS; i++) {
            terminals.add(terminal(connection, "bench-" + i));
        }
        return terminals;
    }

    private static void purpose(Connection connection, String name, int fields) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(PURPOSE)) {
            statement.setString(1, name);
            statement.setInt(2, fields);
            statement.setString(3, INSTITUTION);
            requireOne(statement);
        }
    }

    private static KitTerminal terminal(Connection connection, String name) throws SQLException, IOException {
        ECKey key = key(name);
        try (PreparedStatement statement = connection.prepareStatement(TERMINAL)) {
            statement.setString(1, name);
            statement.setString(2, key.toPublicJWK().toJSONString());
            statement.setString(3, INSTITUTION);
            requireOne(statement);
        }
        return new KitTerminal(name, List.of(NAMES, NOTHING), JSON.readTree(key.toJSONString()));
    }

    private static void requireOne(PreparedStatement statement) throws SQLException, IOException {
        if (statement.executeUpdate() != 1) {
            throw new IOException("the kit has no institution " + INSTITUTION);
        }
    }

    private static ECKey key(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(name + "-1")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes P-256 keys", e);
        }
    }
}
