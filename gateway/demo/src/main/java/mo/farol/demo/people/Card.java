package mo.farol.demo.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A card's dates.
 *
 * @param expires null on a card that never expires
 */
record Card(
        LocalDate born,
        LocalDate firstIssued,
        LocalDate issued,
        @Nullable LocalDate expires) {
    private static final String INDEFINITE = "------";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final int SENIOR_AGE = 60;
    private static final int ADULT_AGE = 18;

    /**
     * @param age full years
     * @param day tells apart people of one age, 0 to 300
     */
    static Card of(LocalDate today, int age, int day) {
        LocalDate born = today.minusYears(age).minusDays(day + 1L);
        LocalDate issued = today.minusYears(Math.min(age, 2)).minusDays(day);
        LocalDate first =
                age <= 2 ? issued : today.minusYears(Math.min(age, 12)).minusDays(day);
        int years = age < ADULT_AGE ? 5 : 10;
        return new Card(born, first, issued, age >= SENIOR_AGE ? null : issued.plusYears(years));
    }

    /** The same card ten years ago: expired last year. */
    Card expiredBy(LocalDate today) {
        return new Card(born, firstIssued, today.minusYears(11), today.minusYears(1));
    }

    static String text(LocalDate date) {
        return DATE.format(date);
    }

    String expiryText() {
        return expires == null ? INDEFINITE : text(expires);
    }
}
