package mo.farol.simulation.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import mo.farol.simulation.clock.Nanos;

/**
 * One autocommit statement at READ COMMITTED: it reads its snapshot, waits for whoever is at work on what it takes, then
 * commits, which waits for the standby.
 */
final class Transaction {
    private static final long STATEMENT_TIMEOUT = 2 * Nanos.SECOND;
    private static final long LOCK_TIMEOUT = 500 * Nanos.MILLI;

    private final Server server;
    private final Statement statement;
    private final Consumer<Reply> reply;
    private final long startedAt;
    private final long atMillis;
    private final Deque<Insert> open = new ArrayDeque<>();
    private final Set<Insert> taken = new LinkedHashSet<>();
    private final List<Runnable> waiters = new ArrayList<>();
    private Plan plan = taken -> List.of();
    private boolean second;
    private int waits;

    Transaction(Server server, Statement statement, Consumer<Reply> reply) {
        this.server = server;
        this.statement = statement;
        this.reply = reply;
        this.startedAt = server.timeline().now();
        this.atMillis = server.databaseMillis();
    }

    void start() {
        server.process().post(server.pace().reading(), this::read);
    }

    private void read() {
        plan = statement.plan(server.tables(), atMillis);
        open.addAll(plan.inserts());
        server.process().post(server.pace().judging(), this::take);
    }

    private void take() {
        if (server.timeline().now() - startedAt > STATEMENT_TIMEOUT) {
            abort("57014");
            return;
        }
        while (!open.isEmpty()) {
            Insert next = open.element();
            Transaction holder = server.holder(next.unique());
            if (holder != null && holder != this) {
                waitFor(holder);
                return;
            }
            open.remove();
            if (holder == null && !server.tables().has(next.unique())) {
                server.hold(next.unique(), this);
                taken.add(next);
            } else if (next.mustBeNew()) {
                abort("23505");
                return;
            }
        }
        goOn();
    }

    private void goOn() {
        if (second) {
            server.process().post(server.pace().flushing(), this::flush);
        } else {
            second = true;
            open.addAll(plan.then(taken));
            take();
        }
    }

    private void waitFor(Transaction holder) {
        int turn = ++waits;
        holder.waiters.add(() -> server.process().post(server.pace().waking(), () -> {
            if (turn == waits) {
                waits++;
                take();
            }
        }));
        server.process().post(LOCK_TIMEOUT, () -> {
            if (turn == waits) {
                waits++;
                abort("55P03");
            }
        });
    }

    private void flush() {
        List<Change> changes = taken.stream().map(Insert::change).toList();
        if (changes.isEmpty() && !plan.writes()) {
            committed(false);
        } else {
            server.flush(changes, this::committed);
        }
    }

    private void committed(boolean warned) {
        end();
        server.later(plan.afterwards());
        reply.accept(Reply.of(plan.rows(taken), warned));
    }

    private void abort(String sqlState) {
        end();
        reply.accept(Reply.error(sqlState));
    }

    private void end() {
        taken.forEach(insert -> server.release(insert.unique()));
        waiters.forEach(Runnable::run);
    }
}
