package mo.farol.bench.mint;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import mo.farol.phone.code.BoundEid;

/** Whose code is next. Safe for use by one thread. */
@FunctionalInterface
public interface Phones {
    BoundEid next();

    /** Everybody in turn, so that no phone has two codes under way at once. */
    static Phones inTurn(List<BoundEid> all) {
        int[] turn = {0};
        return () -> all.get(turn[0]++ % all.size());
    }

    /** In turn from some on: for codes that must not all be of the same few. */
    static Phones inTurn(KeyChain chain, int from, int below) {
        int[] turn = {from};
        return () -> {
            int number = turn[0]++;
            turn[0] = turn[0] == below ? from : turn[0];
            return chain.phone(number);
        };
    }

    /** Drawn uniformly among the first {@code below} of a chain. */
    static Phones uniform(KeyChain chain, int below, RandomGenerator random) {
        Supplier<Integer> draw = () -> random.nextInt(below);
        return () -> chain.phone(draw.get());
    }
}
