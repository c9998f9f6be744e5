package mo.farol.bench.goal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mo.farol.bench.figure.Series;

/**
 * Two things measured in turns, so that what slows the machine down for a minute slows both. Which goes first changes from
 * pair to pair.
 *
 * @param taken a pair each
 */
record Pairs<A, B>(List<Pairs.Pair<A, B>> taken) {
    static <A, B> Pairs<A, B> take(int count, Step<A> first, Step<B> second)
            throws IOException, SQLException, InterruptedException {
        List<Pair<A, B>> taken = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            if (number % 2 == 1) {
                A a = first.run(number);
                taken.add(new Pair<>(a, second.run(number)));
            } else {
                B b = second.run(number);
                taken.add(new Pair<>(first.run(number), b));
            }
        }
        return new Pairs<>(taken);
    }

    Series series(ToDoubleFunction<Pair<A, B>> figure) {
        return Series.of(taken.stream().mapToDouble(figure).toArray());
    }

    record Pair<A, B>(A first, B second) {}

    /** Measures one side of pair {@code number}, from 1. */
    @FunctionalInterface
    interface Step<T> {
        T run(int number) throws IOException, SQLException, InterruptedException;
    }
}
