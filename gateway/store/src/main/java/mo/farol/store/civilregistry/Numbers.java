package mo.farol.store.civilregistry;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;

/** From the numbers that the tables hold back to what they mean. */
final class Numbers {
    private Numbers() {}

    static CardStatus cardStatus(int number) {
        return find(CardStatus.values(), CardStatus::number, number);
    }

    static PreferredLanguage language(int number) {
        return find(PreferredLanguage.values(), PreferredLanguage::number, number);
    }

    static GuardianKind guardianKind(int number) {
        return find(GuardianKind.values(), GuardianKind::number, number);
    }

    static Field field(int bit) {
        return find(Field.values(), Field::bit, bit);
    }

    private static <E extends Enum<E>> E find(E[] values, ToIntFunction<E> numberOf, int number) {
        return Arrays.stream(values)
                .filter(value -> numberOf.applyAsInt(value) == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + values[0].getClass() + " has number " + number));
    }
}
