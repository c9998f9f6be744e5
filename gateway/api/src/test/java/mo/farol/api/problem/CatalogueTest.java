package mo.farol.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mo.farol.api.eid.EventReceipt;
import mo.farol.api.json.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private final Catalogue catalogue = new Catalogue(Catalogue.DEFAULT_HELP_LINE);

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasATextForEveryCodeAndNoOther(Language language) throws Exception {
        Properties written = new Properties();
        try (var in = Catalogue.class.getResourceAsStream("texts_" + language.tag() + ".properties")) {
            written.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<String> needed = Stream.concat(
                        Arrays.stream(ProblemCode.values()).map(code -> "problem." + code.code()),
                        Arrays.stream(Advice.values()).map(advice -> "advice." + advice.key()))
                .flatMap(key -> Stream.of(key + ".title", key + ".next"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(written.stringPropertyNames())).isEqualTo(needed);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void saysEveryProblemDifferentlyInEachLanguage(ProblemCode code) {
        assertThat(Arrays.stream(Language.values())
                        .map(language -> catalogue.text(code, language).title()))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Language.values())
                        .map(language -> catalogue.text(code, language).next()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Advice.class)
    void saysSomethingElseInEachLanguage(Advice advice) {
        assertThat(Arrays.stream(Language.values()).map(language -> catalogue.advice(advice, language)))
                .doesNotHaveDuplicates();
    }

    @Test
    void writesAProblemInTheFormOfRfc9457() {
        Problem problem = catalogue.problem(ProblemCode.UNAVAILABLE, Language.EN, "0af7651916cd43dd8448eb211c80319c");

        assertThat(new String(WireJson.write(problem), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"/problems/unavailable\","
                        + "\"title\":\"The service cannot answer at the moment.\",\"status\":503,"
                        + "\"detail\":\"The result is not known now. After the time in Retry-After, repeat the same request"
                        + " with the same Idempotency-Key: nothing is done twice. At a scan, the next code will do as"
                        + " well; look at the card if it lasts.\","
                        + "\"code\":\"unavailable\",\"fault\":\"gateway\",\"help\":\"2837-0777 / 2837-0888\","
                        + "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\"}");
    }

    @Test
    void addsWhatOnlySomeProblemsHave() {
        UUID event = UUID.fromString("0192f3c0-7a2b-7c3d-8e4f-5a6b7c8d9e0f");
        EventReceipt earlier =
                new EventReceipt(event, "2026-11-24T10:15:30.123+08:00", "unbound", "app", null, null, "lost");

        Problem problem =
                catalogue.problem(ProblemCode.ALREADY_UNBOUND, Language.PT, null, new ProblemDetails(event, earlier));

        assertThat(new String(WireJson.write(problem), StandardCharsets.UTF_8))
                .endsWith(
                        "\"help\":\"2837-0777 / 2837-0888\",\"event\":\"" + event + "\",\"receipt\":{\"id\":\"" + event
                                + "\",\"at\":\"2026-11-24T10:15:30.123+08:00\",\"act\":\"unbound\",\"channel\":\"app\","
                                + "\"reason\":\"lost\"}}");
    }

    @Test
    void offersTheKioskWhereAFaceCheckFails() {
        for (ProblemCode code :
                List.of(ProblemCode.FACE_NOT_MATCHED, ProblemCode.KIOSK_REQUIRED, ProblemCode.FACE_CHECK_UNAVAILABLE)) {
            assertThat(catalogue.text(code, Language.EN).next()).contains("kiosk");
            assertThat(catalogue.text(code, Language.PT).next()).contains("quiosque");
            assertThat(catalogue.text(code, Language.ZH_HANT).next()).contains("自助服務機");
        }
    }

    @Test
    void hintsAtTheClockFromAnAgeOfSixtySeconds() {
        assertThat(Advice.expired(OptionalLong.empty())).isEqualTo(Advice.EXPIRED);
        assertThat(Advice.expired(OptionalLong.of(59))).isEqualTo(Advice.EXPIRED_BY_AGE);
        assertThat(Advice.expired(OptionalLong.of(60))).isEqualTo(Advice.EXPIRED_CHECK_CLOCK);
        assertThat(catalogue.advice(Advice.EXPIRED_CHECK_CLOCK, Language.EN, OptionalLong.of(75)))
                .startsWith("The code is 75 seconds old")
                .contains("set the phone's clock");
        assertThat(catalogue.advice(Advice.CLOCK_SKEW, Language.ZH_HANT, OptionalLong.of(-601)))
                .contains("601");
    }

    @Test
    void namesTheCodeToOpenInstead() {
        assertThat(catalogue.advice(Advice.WRONG_CODE_TYPE_OPEN_EID, Language.ZH_HANT))
                .contains("開啟「電子身份」碼");
        assertThat(catalogue.advice(Advice.WRONG_CODE_TYPE_OPEN_CLEARANCE, Language.ZH_HANT))
                .contains("開啟「我的通關」碼");
        assertThat(Advice.WRONG_CODE_TYPE_OPEN_EID.code()).isEqualTo("wrong_code_type");
    }

    @Test
    void publishesEveryCodeInThreeLanguages() {
        PublishedCatalogue published = PublishedCatalogue.of(catalogue);

        assertThat(published.entries()).hasSize(ProblemCode.values().length + Advice.values().length);
        assertThat(published.entries())
                .allSatisfy(entry -> assertThat(entry.texts()).containsOnlyKeys("zh-Hant", "pt", "en"));
        assertThat(published.only("expired").entries()).hasSize(3);
        assertThat(published.only("nonsense").entries()).isEmpty();
    }

    @Test
    void usesTheConfiguredHelpLine() {
        assertThat(new Catalogue("2800-0000")
                        .problem(ProblemCode.NOT_FOUND, Language.PT, null)
                        .help())
                .isEqualTo("2800-0000");
    }
}
