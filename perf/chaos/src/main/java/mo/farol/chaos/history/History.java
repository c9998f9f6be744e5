package mo.farol.chaos.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole history in memory: one schedule's. */
public final class History {
    private final Line.Start start;
    private final List<Line> lines;
    private final List<Op> ops;
    private final Map<CodeId, List<Op>> byCode;

    /** @throws IllegalArgumentException when the first line does not tell the seed */
    public History(List<Line> lines) {
        if (lines.isEmpty() || !(lines.getFirst() instanceof Line.Start first)) {
            throw new IllegalArgumentException("a history begins with its seed");
        }
        this.start = first;
        this.lines = List.copyOf(lines);
        this.ops = joined(lines);
        this.byCode = ops.stream()
                .filter(op -> op.act().isVerification())
                .collect(Collectors.groupingBy(Op::code, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Op> joined(List<Line> lines) {
        Map<Long, Line.Reply> replies = new HashMap<>();
        all(lines, Line.Reply.class).forEach(reply -> replies.put(reply.op(), reply));
        return all(lines, Line.Invoke.class).stream()
                .map(invoke -> Op.of(invoke, replies.get(invoke.op())))
                .sorted(Comparator.comparingLong(Op::invoked))
                .toList();
    }

    private static <T extends Line> List<T> all(List<Line> lines, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Line line : lines) {
            if (kind.isInstance(line)) {
                found.add(kind.cast(line));
            }
        }
        return found;
    }

    public Line.Start start() {
        return start;
    }

    /** In the order in which they were sent. */
    public List<Op> ops() {
        return ops;
    }

    /** All verifications of each code, in the order in which they were sent. */
    public Map<CodeId, List<Op>> byCode() {
        return byCode;
    }

    /** All lines of one kind, in their order. */
    public <T extends Line> List<T> all(Class<T> kind) {
        return all(lines, kind);
    }

    /** Lines of one kind by what names them; of two with one name the last. */
    public <T extends Line, K> Map<K, T> index(Class<T> kind, Function<T, @Nullable K> name) {
        Map<K, T> index = new HashMap<>();
        for (T line : all(kind)) {
            K key = name.apply(line);
            if (key != null) {
                index.put(key, line);
            }
        }
        return index;
    }

    /** A moment of the monotonic clock on the database's clock: microseconds since 1970. */
    public long databaseMicros(long at) {
        return start.databaseMicros() + (at - start.at()) / 1000;
    }

    /** The invoke and answer lines of these ops, for somebody to look at. */
    public List<Line> linesOf(List<Long> numbers) {
        return lines.stream()
                .filter(line -> line instanceof Line.Invoke invoke && numbers.contains(invoke.op())
                        || line instanceof Line.Reply reply && numbers.contains(reply.op()))
                .toList();
    }
}
