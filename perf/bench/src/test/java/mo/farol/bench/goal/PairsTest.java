package mo.farol.bench.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {
    @Test
    void changeWhoGoesFirst() throws Exception {
        List<String> order = new ArrayList<>();
        Pairs<Integer, Integer> pairs = Pairs.take(
                3,
                number -> {
                    order.add("a" + number);
                    return number;
                },
                number -> {
                    order.add("b" + number);
                    return 10 * number;
                });
        assertThat(order).containsExactly("a1", "b1", "b2", "a2", "a3", "b3");
        assertThat(pairs.series(each -> each.second() / (double) each.first()).median())
                .isEqualTo(10);
    }
}
