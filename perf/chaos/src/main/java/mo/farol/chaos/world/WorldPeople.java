package mo.farol.chaos.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;

/** People of a world, by its stand-ins and, where there is no API, its database. */
final class WorldPeople implements People {
    private static final String CHANGE = """
            UPDATE farol.purpose_grant SET withdrawn = ?, version = version + 1
            WHERE institution = (SELECT id FROM farol.institution WHERE name = ?)
              AND purpose = (SELECT id FROM farol.purpose WHERE name = ?)
            """;

    private final Transport transport;
    private final JsonNode signIn;
    private final Database database;
    private final List<Institution> institutions;
    private final Map<String, TokenSource> signedIn = new ConcurrentHashMap<>();

    /** @param signIn the section of a gateway's configuration */
    WorldPeople(Transport transport, JsonNode signIn, Database database, List<Institution> institutions) {
        this.transport = transport;
        this.signIn = signIn;
        this.database = database;
        this.institutions = List.copyOf(institutions);
    }

    @Override
    public TokenSource resident(int n) {
        JsonNode provider = signIn.at("/residents/0");
        return signedIn(
                provider,
                provider.at("/clients/0/azp").asText(),
                "resident-" + n,
                Map.of(
                        "session",
                        UUID.nameUUIDFromBytes(new byte[] {(byte) (n >> 16), (byte) (n >> 8), (byte) n})
                                .toString()));
    }

    @Override
    public TokenSource operator(String role) {
        JsonNode provider = signIn.at("/operators/0");
        return signedIn(
                provider, provider.at("/clients/0").asText(), role.replace('_', '-') + "-1", Map.of("roles", role));
    }

    private TokenSource signedIn(JsonNode provider, String client, String account, Map<String, String> more) {
        return signedIn.computeIfAbsent(account, name -> {
            Map<String, String> form = new TreeMap<>(more);
            form.put("grant_type", "password");
            form.put("client_id", client);
            form.put("scope", "openid");
            form.put("username", name);
            form.put("password", "none");
            form.put(
                    "acr_values", signIn.at("/residents/0/step_up/acr_values/0").asText());
            return new SignedIn(transport, provider.path("issuer").asText(), form);
        });
    }

    @Override
    public URI signIn() {
        return URI.create(signIn.at("/residents/0/issuer").asText()).resolve("/");
    }

    @Override
    public List<Institution> institutions() {
        return institutions;
    }

    @Override
    public void withdrawGrant(String institution, String purpose) throws SQLException, IOException {
        change(institution, purpose, true);
    }

    @Override
    public void grantAgain(String institution, String purpose) throws SQLException, IOException {
        change(institution, purpose, false);
    }

    private void change(String institution, String purpose, boolean withdrawn) throws SQLException, IOException {
        try (Connection connection = database.connect();
                PreparedStatement change = connection.prepareStatement(CHANGE)) {
            change.setBoolean(1, withdrawn);
            change.setString(2, institution);
            change.setString(3, purpose);
            if (change.executeUpdate() != 1) {
                throw new IOException(institution + " has no grant for " + purpose);
            }
        }
    }
}
