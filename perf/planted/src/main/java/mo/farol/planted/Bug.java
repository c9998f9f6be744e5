package mo.farol.planted;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bug, and the promise that it breaks.
 *
 * @param broken what is wrong, in a sentence
 * @param promises the numbers of the promises one of which must be found broken
 */
record Bug(
        @JsonProperty(required = true) String broken,
        @JsonProperty(required = true) List<String> promises,
        @JsonProperty(required = true) List<Edit> edits,
        List<Added> added) {
    @SuppressWarnings("RedundantNullCheck") // a file need not name any
    Bug {
        promises = List.copyOf(promises);
        edits = List.copyOf(edits);
        added = added == null ? List.of() : List.copyOf(added);
    }

    /**
     * The sources that differ, whole, by their path in the checkout.
     *
     * @throws Drifted when an edit does not fit
     */
    Map<String, String> changed(Path checkout) throws IOException, Drifted {
        Map<String, String> changed = new LinkedHashMap<>();
        for (Edit edit : edits) {
            String before = changed.get(edit.file());
            changed.put(edit.file(), edit.apply(before == null ? read(checkout, edit.file()) : before));
        }
        for (Added one : added) {
            if (changed.containsKey(one.file()) || Files.exists(checkout.resolve(one.file()))) {
                throw new Drifted(one.file() + " exists");
            }
            changed.put(one.file(), one.text());
        }
        return changed;
    }

    private static String read(Path checkout, String file) throws IOException, Drifted {
        Path source = checkout.resolve(file);
        if (!Files.isRegularFile(source)) {
            throw new Drifted(file + " is gone");
        }
        return Files.readString(source);
    }
}
