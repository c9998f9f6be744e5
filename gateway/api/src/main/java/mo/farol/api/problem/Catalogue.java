package mo.farol.api.problem;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Every problem and every advice in every language, with the help line. Complete, or it cannot be made. */
public final class Catalogue {
    /** The help line of the Identification Services Bureau. */
    public static final String DEFAULT_HELP_LINE = "2837-0777 / 2837-0888";

    private static final String AGE = "{age}";

    private final String helpLine;
    private final Map<Language, Map<ProblemCode, Text>> problems = new EnumMap<>(Language.class);
    private final Map<Language, Map<Advice, Text>> advice = new EnumMap<>(Language.class);

    public Catalogue(String helpLine) {
        this.helpLine = helpLine;
        for (Language language : Language.values()) {
            load(language);
        }
    }

    private void load(Language language) {
        Texts texts = Texts.in(language);
        Map<ProblemCode, Text> ofProblems = new EnumMap<>(ProblemCode.class);
        for (ProblemCode code : ProblemCode.values()) {
            ofProblems.put(code, texts.text("problem." + code.code()));
        }
        Map<Advice, Text> ofAdvice = new EnumMap<>(Advice.class);
        for (Advice each : Advice.values()) {
            ofAdvice.put(each, texts.text("advice." + each.key()));
        }
        problems.put(language, ofProblems);
        advice.put(language, ofAdvice);
    }

    /** The help line, for {@code help} in answers. */
    public String helpLine() {
        return helpLine;
    }

    public Problem problem(ProblemCode code, Language language, @Nullable String traceId) {
        return problem(code, language, traceId, ProblemDetails.NONE);
    }

    public Problem problem(ProblemCode code, Language language, @Nullable String traceId, ProblemDetails details) {
        Text text = text(code, language);
        return new Problem(
                "/problems/" + code.code(),
                text.title(),
                code.status(),
                text.next(),
                code.code(),
                code.fault(),
                helpLine,
                traceId,
                details.event(),
                details.receipt());
    }

    public Text text(ProblemCode code, Language language) {
        return of(problems, language, code);
    }

    public Text text(Advice each, Language language) {
        return of(advice, language, each);
    }

    /**
     * What is wrong and what to do next, as {@code advice} in an answer.
     *
     * @param ageSeconds the code's age, negative when it is ahead; where the advice names none it is not used
     */
    public String advice(Advice each, Language language, OptionalLong ageSeconds) {
        Text text = text(each, language);
        String gap = language == Language.ZH_HANT ? "" : " ";
        String age = Long.toString(Math.abs(ageSeconds.orElse(0)));
        return (text.title() + gap + text.next()).replace(AGE, age);
    }

    /** Advice that names no age. */
    public String advice(Advice each, Language language) {
        return advice(each, language, OptionalLong.empty());
    }

    private static <K> Text of(Map<Language, Map<K, Text>> texts, Language language, K key) {
        return Objects.requireNonNull(
                Objects.requireNonNull(texts.get(language)).get(key));
    }
}
