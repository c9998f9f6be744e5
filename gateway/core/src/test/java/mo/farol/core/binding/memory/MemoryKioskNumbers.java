package mo.farol.core.binding.memory;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.KioskNumbers;
import mo.farol.core.binding.OnceKind;
import mo.farol.core.binding.RequestKey;

/** Pending numbers. One that a later number of the same e-ID ended reads as expired since then. */
public final class MemoryKioskNumbers implements KioskNumbers {
    private final MemoryLedger ledger;
    private final InstantSource clock;
    private final Set<String> counted = new HashSet<>();
    private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();

    private record Waiting(String number, KioskNumber pending) {
        Waiting until(Instant end) {
            return end.isBefore(pending.expires()) ? with(end, pending.wrongTries(), false) : this;
        }

        Waiting afterWrongTry() {
            return with(pending.expires(), pending.wrongTries() + 1, false);
        }

        Waiting with(Instant expires, int wrongTries, boolean used) {
            KioskNumber changed = new KioskNumber(
                    pending.challenge(),
                    pending.resident(),
                    pending.actor(),
                    pending.level(),
                    expires,
                    wrongTries,
                    used);
            return new Waiting(number, changed);
        }
    }

    /** @param ledger knows which numbers were used */
    public MemoryKioskNumbers(MemoryLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public synchronized Future<String> add(KioskNumber pending) {
        Waiting before = waiting.get(pending.challenge());
        if (before != null) {
            return Future.succeededFuture(before.number());
        }
        waiting.replaceAll(
                (id, each) -> each.pending().resident() == pending.resident() ? each.until(clock.instant()) : each);
        String number = "%08d".formatted(31_415_926L * (waiting.size() + 1) % 100_000_000L);
        waiting.put(pending.challenge(), new Waiting(number, pending));
        return Future.succeededFuture(number);
    }

    @Override
    public synchronized Future<Optional<KioskNumber>> tried(String number, long actor, RequestKey request) {
        Optional<KioskNumber> found = waiting.values().stream()
                .filter(each -> each.number().equals(number) && each.pending().actor() == actor)
                .findFirst()
                .map(this::asItStands);
        if (found.isEmpty() && counted.add(HexFormat.of().formatHex(request.scope()))) {
            waiting.replaceAll((id, each) -> each.pending().actor() == actor
                            && clock.instant().isBefore(each.pending().expires())
                    ? each.afterWrongTry()
                    : each);
        }
        return Future.succeededFuture(found);
    }

    @Override
    public synchronized Future<Optional<KioskNumber>> find(UUID challenge) {
        return Future.succeededFuture(
                Optional.ofNullable(waiting.get(challenge)).map(this::asItStands));
    }

    /** It expired long ago. */
    public synchronized void forget(UUID challenge) {
        waiting.remove(challenge);
    }

    private KioskNumber asItStands(Waiting each) {
        KioskNumber pending = each.pending();
        byte[] key = OnceKind.key(pending.challenge());
        boolean used = ledger.isUsed(OnceKind.KIOSK_NUMBER, key) || ledger.isUsed(OnceKind.BINDING_CHALLENGE, key);
        return each.with(pending.expires(), pending.wrongTries(), used).pending();
    }
}
