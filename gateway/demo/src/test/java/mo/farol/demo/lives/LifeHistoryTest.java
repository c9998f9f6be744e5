package mo.farol.demo.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import mo.farol.demo.lives.Happening.Kind;
import org.junit.jupiter.api.Test;

class LifeHistoryTest {
    private static final UUID EID = new UUID(0, 1);
    private static final UUID OLD = new UUID(0, 2);
    private static final UUID NEW = new UUID(0, 3);

    @Test
    void findsACodeVerifiedAfterAnAcknowledgedUnbind() {
        Happening verified = done(Kind.VERIFY, OLD, 30, 40);
        assertThat(wrong(done(Kind.BIND, OLD, 0, 5), done(Kind.UNBIND, OLD, 10, 20), verified))
                .containsExactly(verified);
        assertThat(wrong(done(Kind.UNBIND, OLD, 10, 20), done(Kind.VERIFY, OLD, 15, 40)))
                .as("sent before the acknowledgement")
                .isEmpty();
    }

    @Test
    void findsACodeOfASupersededPhone() {
        Happening verified = done(Kind.VERIFY, OLD, 30, 40);
        assertThat(wrong(done(Kind.BIND, OLD, 0, 5), done(Kind.BIND, NEW, 10, 20), verified))
                .containsExactly(verified);
        assertThat(wrong(done(Kind.BIND, OLD, 0, 15), done(Kind.BIND, NEW, 10, 20), verified))
                .as("either may have come last")
                .isEmpty();
    }

    @Test
    void findsACodeOfASuspendedPhoneUnlessItMayHaveBeenResumed() {
        Happening verified = done(Kind.VERIFY, OLD, 30, 40);
        Happening suspended = done(Kind.SUSPEND, OLD, 10, 20);
        assertThat(wrong(suspended, verified)).containsExactly(verified);
        assertThat(wrong(suspended, done(Kind.RESUME, OLD, 22, 25), verified)).isEmpty();
        assertThat(wrong(suspended, done(Kind.RESUME, OLD, 2, 5), verified)).containsExactly(verified);
    }

    private static List<Happening> wrong(Happening... all) {
        return new LifeHistory(List.of(all)).wronglyVerified();
    }

    private static Happening done(Kind kind, UUID binding, long sent, long answered) {
        return new Happening(EID, kind, binding, sent, answered, true);
    }
}
