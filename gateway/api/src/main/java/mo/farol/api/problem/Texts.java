package mo.farol.api.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The catalogue's texts in one language, from {@code texts_<tag>.properties} beside this class. */
final class Texts {
    private final Language language;
    private final Properties entries;

    private Texts(Language language, Properties entries) {
        this.language = language;
        this.entries = entries;
    }

    static Texts in(Language language) {
        String name = "texts_" + language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties entries = new Properties();
            entries.load(reader);
            return new Texts(language, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Text text(String key) {
        return new Text(entry(key + ".title"), entry(key + ".next"));
    }

    private String entry(String key) {
        String value = entries.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("no text " + key + " in " + language.tag());
        }
        return value;
    }
}
