package mo.farol.server.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the configuration, read key by key. The environment variable {@code FAROL_} and the path in capitals,
 * joined by underscores, overrides a value. What was never asked for is an unknown key.
 */
final class Section {
    private final String path;
    private final JsonObject values;
    private final Environment environment;
    private final ConfigProblems problems;
    private final TreeSet<String> unread;

    Section(String path, JsonObject values, Environment environment, ConfigProblems problems) {
        this.path = path;
        this.values = values;
        this.environment = environment;
        this.problems = problems;
        this.unread = new TreeSet<>(values.fieldNames());
    }

    boolean has(String key) {
        return values.containsKey(key) || environment.covers(at(key));
    }

    /** The mapping under {@code key}; empty when it is absent. */
    Section section(String key) {
        unread.remove(key);
        Object value = values.getValue(key);
        if (value != null && !(value instanceof JsonObject)) {
            problems.add(at(key), "must be a mapping");
        }
        return new Section(
                at(key), value instanceof JsonObject object ? object : new JsonObject(), environment, problems);
    }

    /** The mappings listed under {@code key}, numbered from 0 in paths; none when it is absent. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Object value : list(key)) {
            String path = at(key) + "." + sections.size();
            if (!(value instanceof JsonObject)) {
                problems.add(path, "must be a mapping");
            }
            JsonObject mapping = value instanceof JsonObject object ? object : new JsonObject();
            sections.add(new Section(path, mapping, environment, problems));
        }
        return sections;
    }

    /** The single values listed under {@code key}; none when it is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(key)) {
            if (value == null || value instanceof JsonObject || value instanceof Iterable<?>) {
                problems.add(at(key) + "." + texts.size(), "must be a single value");
            }
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    private JsonArray list(String key) {
        unread.remove(key);
        Object value = values.getValue(key);
        if (value != null && !(value instanceof JsonArray)) {
            problems.add(at(key), "must be a list");
        }
        return value instanceof JsonArray array ? array : new JsonArray();
    }

    /** The mapping under {@code key} as it stands, for the room that knows it. */
    JsonObject untyped(String key) {
        return section(key).values;
    }

    @Nullable
    String optional(String key) {
        unread.remove(key);
        String override = environment.take(at(key));
        Object value = override != null ? override : values.getValue(key);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonObject || value instanceof Iterable<?>) {
            problems.add(at(key), "must be a single value");
            return null;
        }
        return value.toString();
    }

    String text(String key) {
        String value = optional(key);
        if (value == null || value.isBlank()) {
            problems.add(at(key), "is missing");
            return "";
        }
        return value;
    }

    String text(String key, String otherwise) {
        String value = optional(key);
        return value == null ? otherwise : value;
    }

    int number(String key, int otherwise, int least, int most) {
        String value = optional(key);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.add(at(key), "must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        String value = optional(key);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            problems.add(at(key), "must be true or false");
        }
        return value == null ? otherwise : value.equals("true");
    }

    /** A number from 0 to 1, as a decimal text. */
    double unit(String key, double otherwise) {
        String value = optional(key);
        if (value != null && !value.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
            problems.add(at(key), "must be a decimal number from 0 to 1");
            return otherwise;
        }
        return value == null ? otherwise : Double.parseDouble(value);
    }

    /** One constant of an enum, in lower case. */
    <E extends Enum<E>> E choice(String key, E otherwise) {
        String value = optional(key);
        if (value == null) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            if (name.equals(value)) {
                return each;
            }
            names.add(name);
        }
        problems.add(at(key), "must be one of " + String.join(", ", names));
        return otherwise;
    }

    /** An existing, readable file. */
    @Nullable
    Path optionalFile(String key) {
        String value = optional(key);
        if (value == null) {
            return null;
        }
        Path file = Path.of(value);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            problems.add(at(key), "names no readable file: " + file);
        }
        return file;
    }

    Path file(String key) {
        Path file = optionalFile(key);
        if (file == null) {
            problems.add(at(key), "is missing");
            return Path.of("");
        }
        return file;
    }

    /** The value of {@code key}, or the first line of the file that {@code key_file} names. */
    @Nullable
    Secret optionalSecret(String key) {
        String inline = optional(key);
        Path file = optionalFile(key + "_file");
        if (inline != null && file != null) {
            problems.add(at(key), "is given both as a value and as a file");
        }
        if (inline != null) {
            return new Secret(inline);
        }
        return file == null || !Files.isReadable(file) ? null : firstLine(key, file);
    }

    Secret secret(String key) {
        Secret secret = optionalSecret(key);
        if (secret == null) {
            problems.add(at(key), "is missing (set it, or " + key + "_file)");
            return new Secret("");
        }
        return secret;
    }

    private @Nullable Secret firstLine(String key, Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(Secret::new).orElse(null);
        } catch (IOException e) {
            problems.add(at(key) + "_file", "cannot be read: " + e.getClass().getSimpleName());
            return null;
        }
    }

    void problem(String key, String what) {
        problems.add(at(key), what);
    }

    /** Refuses every key that nobody asked for. */
    void end() {
        unread.forEach(key -> problems.add(at(key), "is not a key that the gateway knows"));
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
