package mo.farol.server.operator;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.registry.OperatorActs;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.limits.MissLimit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people that the civil registry names, by ID number or by e-ID. A number that nobody has goes on record, and only
 * so many may be tried.
 */
final class People {
    private final Eids eids;
    private final OperatorActs acts;
    private final MissLimit misses;

    People(Eids eids, OperatorActs acts, MissLimit misses) {
        this.eids = eids;
        this.acts = acts;
        this.misses = misses;
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

    /** @return the person's row; fails with {@code not_found}, on record when a number was tried */
    Future<Long> row(Named named, OperatorCaller by) {
        return switch (named) {
            case Named.ByNumber given ->
                misses.ask(by.pseudonym(), () -> rowOf(given.number(), by)).compose(People::found);
            case Named.ByEid given ->
                eids.byHandle(given.eid()).compose(People::found).map(Eid::resident);
        };
    }

    private Future<Optional<Long>> rowOf(IdNumber number, OperatorCaller by) {
        return eids.rowOf(number)
                .compose(row -> row.isPresent()
                        ? Future.succeededFuture(row)
                        : acts.numberNotFound(by).map(row));
    }

    private static <T> Future<T> found(Optional<T> found) {
        return found.map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND)));
    }
}
