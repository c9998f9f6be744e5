package mo.farol.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the published catalogue.
 *
 * @param code stable; entries of one code share it
 * @param kind {@code problem} (the request was not answered) or {@code advice} (an answered code)
 * @param status the problem's HTTP status
 * @param fault who can put the problem right
 * @param texts by language tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedEntry(
        String code,
        String kind,
        @Nullable Integer status,
        @Nullable Fault fault,
        Map<String, Text> texts) {
    static PublishedEntry of(ProblemCode code, Catalogue catalogue) {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            texts.put(language.tag(), catalogue.text(code, language));
        }
        return new PublishedEntry(code.code(), "problem", code.status(), code.fault(), texts);
    }

    static PublishedEntry of(Advice advice, Catalogue catalogue) {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            texts.put(language.tag(), catalogue.text(advice, language));
        }
        return new PublishedEntry(advice.code(), "advice", null, null, texts);
    }
}
