package mo.farol.api.problem;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language the API answers in. */
public enum Language {
    ZH_HANT("zh-Hant"),
    PT("pt"),
    EN("en");

    /** A longer header is cut here: nobody reads more languages than that. */
    private static final int LONGEST_HEADER = 256;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as in {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    private static Optional<Language> ofRange(String range) {
        String lower = range.toLowerCase(Locale.ROOT);
        if (lower.equals("*")) {
            return Optional.of(ZH_HANT);
        }
        String primary = lower.split("[-_]", 2)[0];
        return switch (primary) {
            case "zh", "yue" -> Optional.of(ZH_HANT);
            case "pt" -> Optional.of(PT);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /**
     * The language of the highest quality in an {@code Accept-Language} header (RFC 9110, 12.5.4) that we speak; any
     * Chinese is answered in traditional Chinese, and so is a header that names none of ours or is malformed.
     */
    public static Language negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return ZH_HANT;
        }
        Language best = ZH_HANT;
        double bestQuality = 0;
        String header = acceptLanguage.substring(0, Math.min(acceptLanguage.length(), LONGEST_HEADER));
        for (String item : header.split(",")) {
            String[] parts = item.trim().split(";", 2);
            double quality = parts.length == 1 ? 1 : quality(parts[1]);
            Optional<Language> language = ofRange(parts[0].trim());
            if (language.isPresent() && quality > bestQuality) {
                best = language.get();
                bestQuality = quality;
            }
        }
        return best;
    }

    private static double quality(String parameter) {
        String trimmed = parameter.replace(" ", "");
        return trimmed.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(trimmed.substring(2)) : 0;
    }
}
