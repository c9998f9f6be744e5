package mo.farol.server.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.PreferredLanguage;

/** What mails say in one language, from {@code notices_<tag>.properties} beside this class. Complete, or it cannot be made. */
final class MailTexts {
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private final Locale locale;
    private final Properties entries;
    private final DateTimeFormatter time;

    private MailTexts(Locale locale, Properties entries) {
        this.locale = locale;
        this.entries = entries;
        this.time = DateTimeFormatter.ofPattern(entry("time"), locale).withZone(MACAU);
        for (NoticeKind kind : NoticeKind.values()) {
            subject(kind);
            what(kind, true);
            next(kind);
        }
    }

    static MailTexts in(PreferredLanguage language) {
        Locale locale = Locale.forLanguageTag(
                switch (language) {
                    case ZH_HANT -> "zh-Hant";
                    case PT -> "pt";
                    case EN -> "en";
                });
        String name = "notices_" + locale.toLanguageTag() + ".properties";
        try (InputStream in = MailTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties entries = new Properties();
            entries.load(reader);
            return new MailTexts(locale, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code Content-Language}. */
    String tag() {
        return locale.toLanguageTag();
    }

    String subject(NoticeKind kind) {
        return entry(kind.label() + ".subject");
    }

    /** @param self whether it is about the reader's own e-ID, not a child's */
    String what(NoticeKind kind, boolean self) {
        return entry(kind.label() + ".what")
                .replace("{Whose}", entry("whose.start." + whose(self)))
                .replace("{whose}", concerns(self));
    }

    String next(NoticeKind kind) {
        return entry(kind.label() + ".next");
    }

    String concerns(boolean self) {
        return entry("whose.inside." + whose(self));
    }

    /** In Macau. */
    String time(Instant at) {
        return time.format(at);
    }

    String entry(String key) {
        String value = entries.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("no text " + key + " in " + locale.toLanguageTag());
        }
        return value;
    }

    private static String whose(boolean self) {
        return self ? "self" : "child";
    }
}
