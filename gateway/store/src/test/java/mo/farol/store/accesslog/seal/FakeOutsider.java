package mo.farol.store.accesslog.seal;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.ProofCheck;

/** A witness in others' hands, whose behaviour a test sets; by itself it checks every proof from what it has seen. */
final class FakeOutsider implements Witness {
    static final String LINE = "\u2014 witness.example/w1 c2lnbmVk\n";

    volatile Optional<Checkpoint> seen = Optional.empty();
    final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<Function<SignedCheckpoint, Future<Shown>>> instead = Optional.empty();

    void answer(Function<SignedCheckpoint, Future<Shown>> next) {
        instead = Optional.of(next);
    }

    /** Back to what it does by itself. */
    void behave() {
        instead = Optional.empty();
    }

    @Override
    public String name() {
        return "witness.example/w1";
    }

    @Override
    public Future<Optional<SignedCheckpoint>> last() {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Shown> show(SignedCheckpoint newer, Extension extension) {
        asked.incrementAndGet();
        return instead.map(answer -> answer.apply(newer)).orElseGet(() -> judge(newer.checkpoint(), extension));
    }

    private Future<Shown> judge(Checkpoint newer, Extension extension) {
        Checkpoint before = seen.orElse(new Checkpoint(newer.origin(), 0, newer.root()));
        if (before.size() > newer.size()) {
            return Future.succeededFuture(new Shown.Ahead(before.size()));
        }
        return extension.from(before.size()).map(proof -> {
            boolean extended = ProofCheck.extend(before.root(), before.size(), newer.root(), newer.size(), proof);
            if (!extended) {
                return new Shown.Differs();
            }
            seen = Optional.of(newer);
            return new Shown.Kept(Optional.of(LINE));
        });
    }
}
