package mo.farol.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
    @Test
    void readsBothFormsAsOne() {
        assertThat(IdNumber.parse("5123456(7)")).contains(new IdNumber("5123456(7)"));
        assertThat(IdNumber.parse("5/123456/7")).contains(new IdNumber("5123456(7)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2123456(7)",
                "512345(7)",
                "51234567(8)",
                "5123456(A)",
                "5123456",
                "5123456(7) ",
                "5123456(7)\n",
                "5/123456/",
                "5123456(७)",
                "5１23456(7)"
            })
    void refusesOtherShapes(String text) {
        assertThat(IdNumber.parse(text)).isEmpty();
    }

    @Test
    void neverPrints() {
        assertThat(new IdNumber("5123456(7)")).hasToString("IdNumber[redacted]");
    }
}
