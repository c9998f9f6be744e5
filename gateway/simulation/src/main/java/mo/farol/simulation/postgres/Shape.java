package mo.farol.simulation.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a result. */
final class Shape {
    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();

    Shape(String... names) {
        this.names = List.of(names);
        for (int i = 0; i < names.length; i++) {
            indexes.put(names[i], i);
        }
    }

    /** A row whose last columns, where no value is given, are null. */
    ModelRow row(@Nullable Object... values) {
        @Nullable Object[] all = new @Nullable Object[names.size()];
        System.arraycopy(values, 0, all, 0, values.length);
        return new ModelRow(this, all);
    }

    String name(int index) {
        return names.get(index);
    }

    int index(String name) {
        return indexes.getOrDefault(name, -1);
    }
}
