package mo.farol.store.binding;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** Finds what a stored number stands for. */
final class ByNumber {
    private ByNumber() {}

    /** @throws IllegalStateException when this version does not know the number */
    static <E extends Enum<E>> E of(E[] values, ToIntFunction<E> number, int stored) {
        return Arrays.stream(values)
                .filter(value -> number.applyAsInt(value) == stored)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the database has the unknown "
                        + values[0].getDeclaringClass().getSimpleName() + " " + stored));
    }
}
