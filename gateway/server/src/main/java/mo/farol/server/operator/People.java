package mo.farol.server.operator;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;
import mo.farol.core.registry.IdNumber;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Finds the people that the civil registry names, by ID number or by e-ID. */
final class People {
    private final Eids eids;

    People(Eids eids) {
        this.eids = eids;
    }

    /** Whom a request means. It never prints. */
    sealed interface Named {
        record ByNumber(IdNumber number) implements Named {}

        record ByEid(UUID eid) implements Named {}
    }

    /** @throws RequestRefused unless exactly one of the two is given */
    static Named one(@Nullable String idNumber, @Nullable String eid) throws RequestRefused {
        if ((idNumber == null) == (eid == null)) {
            throw Bodies.invalid();
        }
        return idNumber == null ? new Named.ByEid(Handles.required(eid)) : new Named.ByNumber(number(idNumber));
    }

    /** An ID number or an e-ID, as the text has it: no text is both. */
    static Named either(@Nullable String text) throws RequestRefused {
        Optional<UUID> eid = Handles.parse(text);
        return eid.isPresent() ? new Named.ByEid(eid.get()) : new Named.ByNumber(number(text));
    }

    static IdNumber number(@Nullable String text) throws RequestRefused {
        return Optional.ofNullable(text).flatMap(IdNumber::parse).orElseThrow(Bodies::invalid);
    }

    /** @return the person's row; fails with {@code not_found} */
    Future<Long> row(Named named) {
        return switch (named) {
            case Named.ByNumber by -> eids.rowOf(by.number()).compose(People::found);
            case Named.ByEid by -> eid(by).map(Eid::resident);
        };
    }

    /** @return the person's e-ID; fails with {@code not_found} */
    Future<Eid> eid(Named named) {
        return switch (named) {
            case Named.ByNumber by -> row(by).compose(eids::byRow).compose(People::found);
            case Named.ByEid by -> eids.byHandle(by.eid()).compose(People::found);
        };
    }

    private static <T> Future<T> found(Optional<T> found) {
        return found.map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND)));
    }
}
