package mo.farol.demo.seed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.NewPurpose;
import mo.farol.token.CodeType;

/** Institutions, terminals, purposes and grants: data, read from a file beside this class. */
public record Catalogue(String means, List<PurposeRow> purposes, List<InstitutionRow> institutions) {
    /** The demo's. */
    public static Catalogue shipped() throws IOException {
        return read("catalogue.yaml");
    }

    /** Two institutions that are granted different things, with four terminals each: for tests under load. */
    public static Catalogue ofTwoInstitutions() throws IOException {
        return read("two-institutions.yaml");
    }

    private static Catalogue read(String name) throws IOException {
        try (InputStream file = Catalogue.class.getResourceAsStream(name)) {
            return YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .readValue(file, Catalogue.class);
        }
    }

    /** The institution's terminals may ask for these purposes. */
    public record InstitutionRow(
            String name,
            @JsonProperty("encryption_key") boolean hasEncryptionKey,
            List<String> terminals,
            List<GrantRow> grants) {
        public List<String> purposes() {
            return grants.stream().map(GrantRow::purpose).toList();
        }
    }

    public record PurposeRow(
            String name, String accepts, boolean inPerson, boolean reasonRequired, boolean challengeRequired) {
        NewPurpose toPurpose() {
            return new NewPurpose(
                    name,
                    CodeType.valueOf(accepts.toUpperCase(Locale.ROOT)),
                    inPerson,
                    challengeRequired,
                    reasonRequired);
        }
    }

    public record GrantRow(String purpose, List<String> fields, boolean encrypt) {
        FieldSet fieldSet() {
            return FieldSet.of(fields.stream()
                    .map(name -> Field.byWireName(name)
                            .orElseThrow(() -> new IllegalArgumentException("no field is called " + name)))
                    .toList());
        }
    }
}
