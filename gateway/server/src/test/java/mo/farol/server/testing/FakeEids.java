package mo.farol.server.testing;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.verification.ArbiterUnreachable;

/** People by handle and number; a database that can be cut off. */
public final class FakeEids implements Eids {
    private final Map<UUID, Long> byHandle = new HashMap<>();
    private final Map<IdNumber, Long> byNumber = new HashMap<>();
    public volatile boolean unreachable;

    public void add(long row, UUID handle, String number) {
        byHandle.put(handle, row);
        byNumber.put(new IdNumber(number), row);
    }

    private <T> Future<T> answer(T value) {
        return unreachable
                ? Future.failedFuture(new ArbiterUnreachable("cut off for the test"))
                : Future.succeededFuture(value);
    }

    @Override
    public Future<Optional<Eid>> byHandle(UUID eid) {
        return answer(Optional.ofNullable(byHandle.get(eid)).map(row -> person(row, eid)));
    }

    private static Eid person(long row, UUID handle) {
        HeldCard card = new HeldCard(CardStatus.IN_FORCE, null, 1, false);
        return new Eid(row, handle, LocalDate.of(1990, 1, 1), false, card, List.of(), List.of());
    }

    @Override
    public Future<Optional<Long>> rowOf(IdNumber number) {
        return answer(Optional.ofNullable(byNumber.get(number)));
    }

    @Override
    public Future<Optional<Eid>> byBinding(UUID binding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Eid>> byRow(long resident) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<IdNumber>> numberOf(long resident) {
        throw new UnsupportedOperationException();
    }
}
