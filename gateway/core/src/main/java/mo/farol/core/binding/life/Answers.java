package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.Entered;

/** From what the ledger or a look-up says to what the caller is told. */
final class Answers {
    private Answers() {}

    static Answer<EidEvent> of(Entered entered) {
        return of(entered, event -> event);
    }

    static <T> Answer<T> of(Entered entered, Function<EidEvent, T> value) {
        return switch (entered) {
            case Entered.Done done -> new Answer.Given<>(value.apply(done.event()), done.replayed());
            case Entered.Refused refused ->
                new Answer.Refused<>(refused.why(), Optional.of(refused.event()), refused.replayed());
            case Entered.KeyReused reused -> new Answer.KeyReused<>();
        };
    }

    static <T> Future<Answer<T>> stepUpNeeded() {
        return Future.succeededFuture(new Answer.StepUpNeeded<>());
    }

    /** Goes on with what was found; says so when nothing was. */
    static <F, T> Future<Answer<T>> ifFound(Optional<F> found, Function<F, Future<Answer<T>>> next) {
        return found.map(next).orElseGet(() -> Future.succeededFuture(new Answer.NotFound<>()));
    }

    /** Goes on after what was done; says the same as the ledger when nothing was. */
    static <T> Future<Answer<T>> ifDone(Entered entered, Function<Entered.Done, Future<Answer<T>>> next) {
        return switch (entered) {
            case Entered.Done done -> next.apply(done);
            case Entered.Refused refused ->
                Future.succeededFuture(
                        new Answer.Refused<>(refused.why(), Optional.of(refused.event()), refused.replayed()));
            case Entered.KeyReused reused -> Future.succeededFuture(new Answer.KeyReused<>());
        };
    }
}
