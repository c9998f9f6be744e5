package mo.farol.cluster.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One mapping of the configuration, read key by key; what was never asked for is an unknown key. */
final class Section {
    private final String path;
    private final JsonNode values;
    private final List<String> problems;
    private final TreeSet<String> unread = new TreeSet<>();

    Section(String path, JsonNode values, List<String> problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
        values.fieldNames().forEachRemaining(unread::add);
    }

    boolean has(String key) {
        return values.has(key);
    }

    Section section(String key) {
        unread.remove(key);
        JsonNode value = values.path(key);
        if (!value.isObject() && !value.isMissingNode()) {
            problem(key, "must be a mapping");
            value = MissingNode.getInstance();
        }
        return new Section(at(key), value, problems);
    }

    @Nullable
    String optional(String key) {
        unread.remove(key);
        JsonNode value = values.path(key);
        if (value.isContainerNode()) {
            problem(key, "must be a single value");
            return null;
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** @param shape what the text must match; {@code says} tells it in words */
    String text(String key, @Nullable String otherwise, Pattern shape, String says) {
        String value = optional(key);
        if (value == null) {
            value = otherwise;
        }
        if (value == null) {
            problem(key, "is missing");
            return "";
        }
        if (!shape.matcher(value).matches()) {
            problem(key, says);
        }
        return value;
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
        problem(key, "must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    /** @param shape what each item must match; {@code says} tells it in words */
    List<String> texts(String key, Pattern shape, String says) {
        unread.remove(key);
        JsonNode value = values.path(key);
        List<String> texts = new ArrayList<>();
        if (!value.isArray() && !value.isMissingNode()) {
            problem(key, "must be a list");
            return texts;
        }
        value.forEach(item -> texts.add(item.asText()));
        if (!texts.stream().allMatch(text -> shape.matcher(text).matches())) {
            problem(key, says);
        }
        return texts;
    }

    void problem(String key, String what) {
        problems.add(at(key) + ": " + what);
    }

    /** Refuses every key that nobody asked for. */
    void end() {
        unread.forEach(key -> problem(key, "is not a key that a member knows"));
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
