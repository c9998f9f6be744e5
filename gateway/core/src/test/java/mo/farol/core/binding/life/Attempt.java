package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.Challenge;

/**
 * One random act.
 *
 * @param binds the challenge that it tries to bind; empty: it is about something else
 * @param proven whether the proof that comes with it is all that its way of binding asks for
 * @param repeatable whether it may be asked again as the same request
 * @param ask asks, every time with the same words
 */
record Attempt(
        String name,
        Optional<Challenge> binds,
        boolean proven,
        boolean repeatable,
        Supplier<? extends Future<? extends Answer<?>>> ask) {
    static Attempt of(String name, Supplier<? extends Future<? extends Answer<?>>> ask) {
        return new Attempt(name, Optional.empty(), false, true, ask);
    }

    static Attempt binding(
            String name, Challenge challenge, boolean proven, Supplier<? extends Future<? extends Answer<?>>> ask) {
        return new Attempt(name, Optional.of(challenge), proven, true, ask);
    }

    static Attempt once(String name, Supplier<? extends Future<? extends Answer<?>>> ask) {
        return new Attempt(name, Optional.empty(), false, false, ask);
    }
}
