package mo.farol.store.testing;

import java.util.ArrayList;
import java.util.List;

/** Reads what {@code EXPLAIN} says. */
public final class Plans {
    private Plans() {}

    /** The scans that read an index from end to end rather than look something up in it. */
    public static List<String> wholeIndexes(List<String> plan) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            boolean byIndex = plan.get(i).contains("Index") && plan.get(i).contains("Scan");
            if (byIndex && (i + 1 == plan.size() || !plan.get(i + 1).contains("Index Cond"))) {
                whole.add(plan.get(i));
            }
        }
        return whole;
    }
}
