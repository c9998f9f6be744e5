package mo.farol.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {
    @Test
    void isKnownAgainByItsTagAndLives() throws Exception {
        Owner self = Owner.self();
        assertThat(Owner.of(self.tag())).contains(self);
        assertThat(self.lives()).isTrue();
    }

    @Test
    void isDeadWhenItsProcessIdBelongsToALaterProcess() throws Exception {
        Owner self = Owner.self();
        assertThat(new Owner(self.pid(), self.started() - 1).lives()).isFalse();
    }

    @Test
    void isDeadWhenThereIsNoSuchProcess() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(new Owner(ended.pid(), 1).lives()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-a", "x-1", "1-A", "1-2-3"})
    void isNotReadFromWhatItWouldNotWrite(String tag) {
        assertThat(Owner.of(tag)).isEmpty();
    }
}
