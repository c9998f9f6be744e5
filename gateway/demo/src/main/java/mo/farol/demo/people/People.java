package mo.farol.demo.people;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.NewResident;

/**
 * Synthetic residents without end, the same for the same seed and day: the first {@value #ROSTER} are the demo's cast,
 * and those after them repeat its pattern with other names, numbers and faces, but all with valid cards and photos, so
 * that a load test's codes are all accepted.
 */
public final class People {
    /** How many residents the demo has. */
    public static final int ROSTER = 24;

    /** A person whose card expired last year. */
    public static final int WITH_AN_EXPIRED_CARD = 21;

    /** A person with no photo on file. */
    public static final int WITHOUT_A_PHOTO = 22;

    private static final int WITH_A_RARE_NAME = 2;
    private static final int WITH_A_LONG_NAME = 3;

    private final long seed;
    private final LocalDate today;

    /** @param today decides who is a minor and whose card has expired */
    public People(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** @param n from 1 */
    public Person person(int n) {
        Random random = random(n);
        Person faceless = person(n, random);
        if (n == WITHOUT_A_PHOTO) {
            return faceless;
        }
        NewResident resident = faceless.resident();
        Map<Field, String> fields = new EnumMap<>(resident.fields());
        fields.put(Field.PHOTO, Portrait.png(random));
        return new Person(
                n,
                faceless.kind(),
                faceless.wards(),
                new NewResident(fields, resident.cardExpires(), resident.multiple()));
    }

    /**
     * The same person without the photo, whose drawing takes longer than all the rest.
     *
     * @param n from 1
     */
    public Person withoutPhoto(int n) {
        return person(n, random(n));
    }

    private Person person(int n, Random random) {
        int role = Math.floorMod(n - 1, ROSTER) + 1;
        int firstOfCast = n - role;
        Kind kind = kind(role);
        Card card = Card.of(today, age(kind, random), random.nextInt(300));
        if (n == WITH_AN_EXPIRED_CARD) {
            card = card.expiredBy(today);
        }
        Map<Field, String> fields = fields(n, name(role, firstOfCast, random), card, random);
        List<Integer> wards =
                wards(role).stream().map(ward -> ward + firstOfCast).toList();
        return new Person(n, kind, wards, new NewResident(fields, card.expires(), kind == Kind.TWIN));
    }

    /** Adults 1 to 8 and 21 to 24, seniors 9 to 12, minors 13 to 16, two pairs of twins 17 to 20. */
    static Kind kind(int role) {
        if (role >= 9 && role <= 12) {
            return Kind.SENIOR;
        }
        if (role >= 13 && role <= 16) {
            return Kind.MINOR;
        }
        return role >= 17 && role <= 20 ? Kind.TWIN : Kind.ADULT;
    }

    private static List<Integer> wards(int role) {
        return switch (role) {
            case 1 -> List.of(13, 14);
            case 4 -> List.of(15);
            case 5 -> List.of(16);
            default -> List.of();
        };
    }

    private static int age(Kind kind, Random random) {
        return switch (kind) {
            case ADULT, TWIN -> 20 + random.nextInt(38);
            case MINOR -> 3 + random.nextInt(14);
            case SENIOR -> 61 + random.nextInt(35);
        };
    }

    private Name name(int role, int firstOfCast, Random random) {
        return switch (role) {
            case WITH_A_RARE_NAME -> Names.rare();
            case WITH_A_LONG_NAME -> Names.portuguese(random);
            case 13, 14 -> ofTheFamilyOf(firstOfCast + 1, random);
            case 15 -> ofTheFamilyOf(firstOfCast + 4, random);
            case 16 -> ofTheFamilyOf(firstOfCast + 5, random);
            case 18, 20 -> ofTheFamilyOf(firstOfCast + role - 1, random);
            default -> Names.any(random);
        };
    }

    private Name ofTheFamilyOf(int n, Random random) {
        return Names.ofTheFamily(nameOf(n), random);
    }

    /** Draws from the random numbers of {@code n} in the same order as {@link #person} does. */
    private Name nameOf(int n) {
        Random random = random(n);
        int role = Math.floorMod(n - 1, ROSTER) + 1;
        age(kind(role), random);
        random.nextInt(300);
        return name(role, n - role, random);
    }

    private Map<Field, String> fields(int n, Name name, Card card, Random random) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        putUnlessEmpty(fields, Field.SURNAME_ZH, name.surnameZh());
        putUnlessEmpty(fields, Field.GIVEN_NAMES_ZH, name.givenZh());
        fields.put(Field.SURNAME_PT, name.surnamePt());
        fields.put(Field.GIVEN_NAMES_PT, name.givenPt());
        fields.put(Field.SEX, random.nextBoolean() ? "F" : "M");
        fields.put(Field.BIRTH_DATE, Card.text(card.born()));
        fields.put(Field.BIRTHPLACE, String.valueOf("AAAABCDN".charAt(random.nextInt(8))));
        fields.put(Field.RESIDENCE_STATUS, random.nextInt(5) == 0 ? "non_permanent" : "permanent");
        fields.put(Field.ID_NUMBER, IdNumbers.of(n, random));
        fields.put(Field.FIRST_ISSUE_DATE, Card.text(card.firstIssued()));
        fields.put(Field.ISSUE_DATE, Card.text(card.issued()));
        fields.put(Field.EXPIRY_DATE, card.expiryText());
        return fields;
    }

    private static void putUnlessEmpty(Map<Field, String> fields, Field field, String value) {
        if (!value.isEmpty()) {
            fields.put(field, value);
        }
    }

    private Random random(int n) {
        return new Random(seed * 1_000_003L + n);
    }
}
