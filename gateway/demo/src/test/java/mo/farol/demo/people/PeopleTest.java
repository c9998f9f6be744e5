package mo.farol.demo.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import mo.farol.core.policy.Field;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private final List<Person> people =
            IntStream.rangeClosed(1, 200).mapToObj(new People(7, TODAY)::person).toList();

    @Test
    void areTheSameForTheSameSeedAndOthersForAnother() {
        assertThat(new People(7, TODAY).person(5).resident())
                .isEqualTo(people.get(4).resident());
        assertThat(new People(8, TODAY).person(5).resident())
                .isNotEqualTo(people.get(4).resident());
    }

    @Test
    void haveDifferentNumbersOfTheRightShape() {
        Set<String> numbers = people.stream()
                .map(person -> person.resident().fields().get(Field.ID_NUMBER))
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        assertThat(numbers).hasSize(people.size()).allMatch(number -> number.matches("[157]\\d{6}\\(\\d\\)"));
    }

    @Test
    void haveCardsThatSuitTheirAges() {
        assertThat(people).allSatisfy(person -> {
            LocalDate born = LocalDate.parse(person.resident().fields().get(Field.BIRTH_DATE));
            int age = born.until(TODAY).getYears();
            switch (person.kind()) {
                case MINOR -> assertThat(age).isBetween(3, 17);
                case SENIOR -> {
                    assertThat(age).isGreaterThanOrEqualTo(60);
                    assertThat(person.resident().cardExpires()).isNull();
                    assertThat(person.resident().fields()).containsEntry(Field.EXPIRY_DATE, "------");
                }
                case ADULT, TWIN -> assertThat(age).isBetween(18, 59);
            }
            assertThat(person.resident().multiple()).isEqualTo(person.kind() == Kind.TWIN);
        });
    }

    @Test
    void haveMinorsAsWardsWithTheirSurname() {
        Person parent = people.getFirst();
        assertThat(parent.wards()).containsExactly(13, 14);
        assertThat(parent.wards()).allSatisfy(n -> {
            Person ward = people.get(n - 1);
            assertThat(ward.kind()).isEqualTo(Kind.MINOR);
            assertThat(ward.resident().fields().get(Field.SURNAME_PT))
                    .isEqualTo(parent.resident().fields().get(Field.SURNAME_PT));
        });
    }

    @Test
    void includeCharactersBeyondTheBasicPlaneAndLongNames() {
        assertThat(people.stream().map(person -> person.resident().fields().get(Field.GIVEN_NAMES_ZH)))
                .anyMatch(name -> name != null && name.codePoints().anyMatch(Character::isSupplementaryCodePoint));
        assertThat(people.stream().map(person -> person.resident().fields().get(Field.SURNAME_PT)))
                .anyMatch(name -> name != null && name.length() > 40);
    }

    @Test
    void haveADrawnPortraitEach() throws IOException {
        String first = Objects.requireNonNull(people.get(0).resident().fields().get(Field.PHOTO));
        String second = Objects.requireNonNull(people.get(1).resident().fields().get(Field.PHOTO));
        assertThat(first).isNotEqualTo(second);
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(first)));
        assertThat(image.getWidth()).isEqualTo(Portrait.WIDTH);
        assertThat(image.getHeight()).isEqualTo(Portrait.HEIGHT);
        assertThat(people.get(People.WITHOUT_A_PHOTO - 1).resident().fields()).doesNotContainKey(Field.PHOTO);
    }
}
