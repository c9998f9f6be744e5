package mo.farol.simulation.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Cti;

/** The rows of an {@code unnest(...) AS a(...)}, one request each, read by the names that the statement gives them. */
final class Batch {
    /** The names of one statement's columns, in the order of its parameters. */
    record Columns(String sql, Map<String, Integer> indexes) {
        private static final Pattern NAMES = Pattern.compile("AS a\\(([^)]*)\\)");

        static Columns of(String sql) {
            Matcher matcher = NAMES.matcher(sql);
            if (!matcher.find()) {
                throw new IllegalStateException("no unnest in this statement: " + sql);
            }
            Map<String, Integer> indexes = new HashMap<>();
            for (String name : matcher.group(1).split(",")) {
                indexes.put(name.strip(), indexes.size());
            }
            return new Columns(sql, indexes);
        }

        /** The place of the parameter that the first match of {@code pattern} names. */
        int parameter(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(sql);
            if (!matcher.find()) {
                throw new IllegalStateException("the statement no longer says " + pattern);
            }
            return Integer.parseInt(matcher.group(1)) - 1;
        }
    }

    private final Columns columns;
    private final Tuple tuple;

    Batch(Columns columns, Tuple tuple) {
        this.columns = columns;
        this.tuple = tuple;
    }

    List<Request> requests() {
        int size = ((Object[]) Objects.requireNonNull(tuple.getValue(0))).length;
        List<Request> requests = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            requests.add(new Request(i));
        }
        return requests;
    }

    long parameter(int index) {
        return tuple.getLong(index);
    }

    /** One request of the batch. */
    final class Request {
        private final int place;

        private Request(int place) {
            this.place = place;
        }

        UUID attempt() {
            return get("attempt", UUID.class);
        }

        RedemptionKey key() {
            return new RedemptionKey(
                    new BindingKeyId(number("key_id")),
                    number("iat"),
                    Cti.of(bytes("cti").getBytes()));
        }

        long number(String column) {
            return get(column, Number.class).longValue();
        }

        boolean is(String column) {
            return get(column, Boolean.class);
        }

        Buffer bytes(String column) {
            return get(column, Buffer.class);
        }

        private <T> T get(String column, Class<T> type) {
            Integer index = Objects.requireNonNull(columns.indexes().get(column), column);
            Object[] values = (Object[]) Objects.requireNonNull(tuple.getValue(index));
            return type.cast(values[place]);
        }
    }
}
