package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.binding.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * One act on one e-ID, in one transaction: lock, read, rule, claim, enter, commit. It may be done again after any failure:
 * whoever holds the lock knows that no earlier try is still at work, and finds what it committed.
 */
final class Act {
    private final LedgerParts parts;
    private final long resident;
    private final RequestKey request;
    private final EidLedger.Rule rule;
    private final Set<UUID> mayHaveCommitted = new HashSet<>();

    Act(LedgerParts parts, long resident, RequestKey request, EidLedger.Rule rule) {
        this.parts = parts;
        this.resident = resident;
        this.request = request;
        this.rule = rule;
    }

    Future<Entered> attempt() {
        return OneTransaction.lock(parts.connections(), resident)
                .compose(transaction -> entered(transaction)
                        .onSuccess(this::aboutToCommit)
                        .compose(entered -> transaction.commit().map(entered))
                        .onComplete(done -> transaction.end(done.succeeded())));
    }

    /** Whether a commit was sent whose answer did not come. */
    boolean isUnknown() {
        return !mayHaveCommitted.isEmpty();
    }

    private Future<Entered> entered(OneTransaction transaction) {
        return transaction
                .run(EidReader.SQL, EidReader.byRow(resident, request.scope()))
                .compose(rows -> answered(transaction, rows.iterator().next()));
    }

    private Future<Entered> answered(OneTransaction transaction, Row row) {
        Buffer hash = row.getBuffer("request_hash");
        if (hash == null) {
            return ruled(transaction, parts.reader().read(row));
        }
        return Arrays.equals(hash.getBytes(), request.hash())
                ? answeredBefore(transaction, row.getUUID("request_event"))
                : Future.succeededFuture(new Entered.KeyReused());
    }

    private Future<Entered> answeredBefore(OneTransaction transaction, UUID event) {
        return transaction
                .run(StoredEvent.SQL, Tuple.of(event))
                .map(rows -> StoredEvent.entered(
                        StoredEvent.read(rows.iterator().next()), !mayHaveCommitted.contains(event)));
    }

    private Future<Entered> ruled(OneTransaction transaction, LockedEid locked) {
        Ruling ruling = rule.on(locked.eid(), locked.now());
        Changes changes = Changes.of(ruling.changes());
        return parts.claim()
                .run(transaction, locked, changes)
                .compose(claimed -> claimed.refusal()
                        .map(why -> enter(transaction, locked, refused(ruling, why), null))
                        .orElseGet(() -> enter(transaction, locked, ruling, claimed.newBinding())));
    }

    private Future<Entered> enter(
            OneTransaction transaction, LockedEid locked, Ruling ruling, @Nullable Long newBinding) {
        Numbered numbered = Numbered.of(ruling, locked.now(), newBinding, parts.ids(), parts.random());
        return EnterStatement.run(transaction, locked, request, Changes.of(ruling.changes()), newBinding, numbered)
                .map(event -> StoredEvent.entered(event, false));
    }

    private static Ruling refused(Ruling ruling, BindingRefusal why) {
        NewEvent first = ruling.events().getFirst();
        boolean aboutNothing = first.about() != null && first.about() == NewEvent.THE_NEW_BINDING;
        NewEvent refusal = new NewEvent(
                first.kind(),
                aboutNothing ? null : first.about(),
                Optional.of(why),
                first.channel(),
                first.actor(),
                first.reason(),
                first.detail());
        return new Ruling(List.of(refusal), List.of(), List.of());
    }

    private void aboutToCommit(Entered entered) {
        if (entered instanceof Entered.Done done && !done.replayed()) {
            mayHaveCommitted.add(done.event().id());
        }
        if (entered instanceof Entered.Refused refused && !refused.replayed()) {
            mayHaveCommitted.add(refused.event().id());
        }
    }
}
