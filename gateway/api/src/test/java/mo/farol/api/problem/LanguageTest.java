package mo.farol.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | EN",
                "en-GB,zh;q=0.5 | EN",
                "pt-PT | PT",
                "pt;q=0.3, en;q=0.7 | EN",
                "zh-Hans-CN | ZH_HANT",
                "yue-HK | ZH_HANT",
                "fr, de;q=0.9 | ZH_HANT",
                "fr, pt;q=0.1 | PT",
                "en;q=0, pt;q=0.1 | PT",
                "en;q=0 | ZH_HANT",
                "* | ZH_HANT",
                "en;q=2 | ZH_HANT",
                "en;level=1 | ZH_HANT",
                ";;;,,, | ZH_HANT",
                "EN-us | EN"
            })
    void picksTheBestThatWeSpeak(String header, Language language) {
        assertThat(Language.negotiate(header)).isEqualTo(language);
    }

    @Test
    void speaksTraditionalChineseToWhoeverDoesNotSay() {
        assertThat(Language.negotiate(null)).isEqualTo(Language.ZH_HANT);
        assertThat(Language.negotiate("")).isEqualTo(Language.ZH_HANT);
    }

    @Test
    void readsAHostileHeaderInBoundedTime() {
        assertThat(Language.negotiate("a,".repeat(1_000_000) + "en")).isEqualTo(Language.ZH_HANT);
    }
}
