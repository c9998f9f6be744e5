package mo.farol.demo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.civilregistry.RegistryGuardianship;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.civilregistry.RowKind;
import mo.farol.core.civilregistry.RowReader;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.IdNumber;
import org.junit.jupiter.api.Test;

class SyntheticRegistryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int RESIDENTS = 4_800;
    private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

    private final List<RegistryResident> residents = new ArrayList<>();
    private final List<RegistryGuardianship> guardianships = new ArrayList<>();

    private static String file(int residents, boolean photos) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SyntheticRegistry(1, TODAY, photos).write(residents, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void read(String file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : file.split("\n")) {
            Map<String, String> values = new LinkedHashMap<>();
            json.readValue(line, ROW).forEach((name, value) -> values.put(name, value.toString()));
            RowKind kind = RowKind.byLabel(values.getOrDefault("kind", "")).orElseThrow();
            switch (new RowReader(TODAY).read(kind, values)) {
                case RegistryResident resident -> residents.add(resident);
                case RegistryGuardianship guardianship -> guardianships.add(guardianship);
                case Rejection rejection -> throw new AssertionError(rejection + " of " + line);
            }
        }
    }

    @Test
    void hasOnlyRowsThatTheImportTakes() throws IOException {
        read(file(RESIDENTS, true));
        assertThat(residents).hasSize(RESIDENTS);
        assertThat(residents.stream().map(RegistryResident::number).distinct()).hasSize(RESIDENTS);
        assertThat(residents).allMatch(resident -> resident.fields().containsKey(Field.PHOTO));
    }

    @Test
    void givesEachMinorOneOrTwoAdultsWhoActForThem() throws IOException {
        read(file(RESIDENTS, false));
        Map<IdNumber, LocalDate> born = new HashMap<>();
        residents.forEach(resident ->
                born.put(resident.number(), LocalDate.parse(resident.fields().get(Field.BIRTH_DATE))));
        Map<IdNumber, Integer> guardians = new HashMap<>();
        for (RegistryGuardianship row : guardianships) {
            assertThat(row.refusedByAge(of(born, row.minor()), of(born, row.guardian()), TODAY))
                    .isEmpty();
            guardians.merge(row.minor(), 1, Integer::sum);
        }
        long minors = born.values().stream()
                .filter(day -> day.plusYears(18).isAfter(TODAY))
                .count();
        assertThat(guardians).hasSize((int) minors);
        assertThat(guardians.values()).containsOnly(1, 2);
    }

    private static LocalDate of(Map<IdNumber, LocalDate> born, IdNumber number) {
        return Optional.ofNullable(born.get(number)).orElseThrow();
    }

    @Test
    void hasAFewTwinsAndPeopleWithoutAddressOrLastDay() throws IOException {
        read(file(RESIDENTS, false));
        assertThat(residents.stream()
                        .filter(resident -> Boolean.TRUE.equals(resident.multiple()))
                        .count())
                .isBetween(RESIDENTS / 120L, RESIDENTS / 80L);
        assertThat(residents.stream().filter(resident -> resident.card().expires() == null))
                .hasSize(RESIDENTS / 6);
        assertThat(residents.stream()
                        .filter(resident -> "".equals(resident.email()))
                        .count())
                .isBetween(RESIDENTS / 10L, RESIDENTS / 4L);
    }

    @Test
    void isTheSameForTheSameSeedAndDay() throws IOException {
        assertThat(file(48, true)).isEqualTo(file(48, true));
        assertThat(file(48, false)).doesNotContain("photo");
    }
}
