package mo.farol.simulation.client;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotice;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import mo.farol.simulation.clock.Process;
import mo.farol.simulation.postgres.Backend;
import mo.farol.simulation.postgres.ModelRow;
import mo.farol.simulation.postgres.Reply;
import org.jspecify.annotations.Nullable;

/** The client's end of one connection: one statement is under way at a time, the others wait. */
final class Session {
    private record Asked(String sql, Tuple tuple, Promise<RowSet<Row>> answer) {}

    private final Host host;
    private final Backend backend;
    private final long silence;
    private final Queue<Asked> queue = new ArrayDeque<>();
    private final PoolOfSessions pool;
    private final PgConnection connection;
    private @Nullable Asked underWay;
    private boolean open = true;
    private Handler<Void> closed = nothing -> {};
    private Handler<PgNotice> noticed = nothing -> {};

    /**
     * @param silence nanoseconds without an answer after which the connection is given up
     * @param pool what to do when the store gives the connection back, and when it is gone
     */
    Session(Host host, Backend backend, long silence, PoolOfSessions pool) {
        this.host = host;
        this.backend = backend;
        this.silence = silence;
        this.pool = pool;
        this.connection = Proxies.of(PgConnection.class, (self, method, arguments) -> switch (method) {
            case "preparedQuery", "query" ->
                new Asking(tuple -> send((String) Objects.requireNonNull(arguments[0]), tuple));
            case "close" -> {
                pool.release(this);
                yield Future.succeededFuture();
            }
            case "closeHandler" -> {
                closed = SimulatedVertx.handler(arguments[0]);
                yield self;
            }
            case "noticeHandler" -> {
                noticed = SimulatedVertx.handler(arguments[0]);
                yield self;
            }
            case "exceptionHandler" -> self;
            default -> throw Proxies.unknown("PgConnection." + method);
        });
        backend.onClose(() -> arriveDown(() -> end("the server closed it")));
    }

    PgConnection connection() {
        return connection;
    }

    boolean open() {
        return open;
    }

    /** Back in the pool: whoever held it hears no more of it. */
    void forgetHandlers() {
        closed = nothing -> {};
        noticed = nothing -> {};
    }

    Future<RowSet<Row>> send(String sql, Tuple tuple) {
        if (!open) {
            return Future.failedFuture(new ConnectionLost("closed before"));
        }
        Asked asked = new Asked(sql, tuple, Promise.promise());
        queue.add(asked);
        next();
        return asked.answer().future();
    }

    /** The connection is gone, on this side at least. */
    void end(String why) {
        if (!open) {
            return;
        }
        open = false;
        backend.leave();
        Asked lost = underWay;
        underWay = null;
        if (lost != null) {
            host.planting()
                    .insteadOfLoss(lost.sql(), lost.tuple(), host.server())
                    .ifPresentOrElse(
                            rows -> lost.answer().complete(new ModelRowSet(rows)),
                            () -> lost.answer().fail(new ConnectionLost(why)));
        }
        queue.forEach(asked -> asked.answer().fail(new ConnectionLost(why)));
        queue.clear();
        closed.handle(null);
        pool.ended(this);
    }

    /** The program is gone: its kernel says so to the server, and nobody hears an answer. */
    void abandon() {
        open = false;
        backend.leave();
    }

    private void next() {
        if (underWay == null && open && !queue.isEmpty()) {
            Asked asked = queue.remove();
            underWay = asked;
            transmit(asked);
        }
    }

    private void transmit(Asked asked) {
        OptionalLong arrival = host.link().arrivalUp();
        if (arrival.isEmpty()) {
            whileWaiting(Link.GIVES_UP, asked, "nothing was acknowledged");
            return;
        }
        whileWaiting(silence, asked, "no answer");
        host.timeline().at(arrival.getAsLong(), () -> {
            if (backend.open()) {
                Process server = host.server().process();
                server.post(0, () -> backend.execute(asked.sql(), asked.tuple(), reply -> answered(asked, reply)));
            } else {
                arriveDown(() -> end("reset"));
            }
        });
    }

    private void answered(Asked asked, Reply reply) {
        arriveDown(() -> receive(asked, reply));
    }

    private void arriveDown(Runnable action) {
        host.link()
                .arrivalDown()
                .ifPresent(at -> host.timeline().at(at, () -> host.process().post(0, action)));
    }

    private void whileWaiting(long nanos, Asked asked, String why) {
        host.process().post(nanos, () -> {
            if (underWay == asked) {
                end(why);
            }
        });
    }

    private void receive(Asked asked, Reply reply) {
        if (underWay != asked) {
            return;
        }
        if (reply.warned()) {
            noticed.handle(new PgNotice().setSeverity("WARNING"));
        }
        underWay = null;
        if (reply.error() == null) {
            List<ModelRow> rows = host.planting().given(asked.sql(), reply.rows());
            asked.answer().complete(new ModelRowSet(rows));
        } else {
            asked.answer().fail(reply.error());
        }
        next();
    }
}
