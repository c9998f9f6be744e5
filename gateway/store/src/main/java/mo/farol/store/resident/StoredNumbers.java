package mo.farol.store.resident;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the numbers that the database stores for an enum back into its values. */
public final class StoredNumbers<E extends Enum<E>> {
    private final String what;
    private final Map<Integer, E> values;

    public StoredNumbers(Class<E> type, Function<E, Integer> number) {
        this.what = type.getSimpleName();
        this.values = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(number, Function.identity()));
    }

    /** @throws IllegalStateException when this version knows no such number */
    public E of(int number) {
        E value = values.get(number);
        if (value == null) {
            throw new IllegalStateException("the database has a number that no " + what + " has: " + number);
        }
        return value;
    }
}
