package mo.farol.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindAddressTest {
    @Test
    void isAnAddressOrAnInterfaceOfThisMachine() {
        assertThat(BindAddress.resolve("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(BindAddress.resolve("lo")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.77"})
    void isNeverEveryAddressNorAnothers(String bind) {
        assertThatThrownBy(() -> BindAddress.resolve(bind))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cluster.bind");
    }
}
