package mo.farol.demo.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.core.registry.NewInstitution;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.Registry;
import mo.farol.phone.kit.KitTerminal;

/** Enters a catalogue. */
public final class InstitutionSeeder {
    private final Registry registry;

    public InstitutionSeeder(Registry registry) {
        this.registry = registry;
    }

    public SeededInstitutions enter(Catalogue catalogue) throws Waiting.StoreFailed, InterruptedException {
        long means = Waiting.on(registry.addMeans(catalogue.means()));
        Map<String, Long> purposes = new HashMap<>();
        for (Catalogue.PurposeRow purpose : catalogue.purposes()) {
            purposes.put(purpose.name(), Waiting.on(registry.addPurpose(purpose.toPurpose())));
        }
        List<SeededTerminal> terminals = new ArrayList<>();
        Map<String, ECKey> releaseKeys = new HashMap<>();
        for (Catalogue.InstitutionRow row : catalogue.institutions()) {
            ECKey releaseKey = NewKeys.encryption("release-1");
            long institution = Waiting.on(registry.addInstitution(new NewInstitution(
                    row.name(),
                    row.hasEncryptionKey() ? releaseKey.toPublicJWK().toJSONString() : null)));
            if (row.hasEncryptionKey()) {
                releaseKeys.put(row.name(), releaseKey);
            }
            for (Catalogue.GrantRow grant : row.grants()) {
                Long purpose = purposes.get(grant.purpose());
                if (purpose == null) {
                    throw new IllegalArgumentException("no purpose is called " + grant.purpose());
                }
                Waiting.on(registry.grant(institution, purpose, grant.fieldSet(), grant.encrypt()));
            }
            for (String name : row.terminals()) {
                terminals.add(terminal(row, institution, means, name));
            }
        }
        return new SeededInstitutions(List.copyOf(terminals), Map.copyOf(releaseKeys));
    }

    private SeededTerminal terminal(Catalogue.InstitutionRow row, long institution, long means, String name)
            throws Waiting.StoreFailed, InterruptedException {
        ECKey key = NewKeys.signing(name + "-1");
        long id = Waiting.on(registry.addTerminal(
                new NewTerminal(institution, means, name, key.toPublicJWK().toJSONString(), null)));
        return new SeededTerminal(id, row.name(), new KitTerminal(name, row.purposes(), json(key)));
    }

    private static JsonNode json(ECKey key) {
        try {
            return new ObjectMapper().readTree(key.toJSONString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JWK is JSON", e);
        }
    }
}
