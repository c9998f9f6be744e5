package mo.farol.simulation.client;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.postgres.Backend;

/** A bounded pool: connects when somebody waits, and lets each new connection be admitted before anybody gets it. */
public final class PoolOfSessions {
    private static final long CONNECT_TIMEOUT = Nanos.SECOND;
    private static final long WAIT_TIMEOUT = 2 * Nanos.SECOND;

    private final Host host;
    private final int size;
    private final long silence;
    private final Handler<SqlConnection> admit;
    private final Deque<Promise<SqlConnection>> waiters = new ArrayDeque<>();
    private final Deque<Session> idle = new ArrayDeque<>();
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Set<Session> unadmitted = new LinkedHashSet<>();
    private int connecting;

    /**
     * @param size connections at most
     * @param silence nanoseconds without an answer after which a connection is given up
     * @param admit told of each new connection, which is the pool's once that closes it
     */
    public PoolOfSessions(Host host, int size, long silence, Handler<SqlConnection> admit) {
        this.host = host;
        this.size = size;
        this.silence = silence;
        this.admit = admit;
    }

    public Pool pool() {
        return Proxies.of(Pool.class, (self, method, arguments) -> switch (method) {
            case "getConnection" -> connection();
            case "preparedQuery" -> new Asking(tuple -> ask((String) Objects.requireNonNull(arguments[0]), tuple));
            default -> throw Proxies.unknown("Pool." + method);
        });
    }

    /** Resets every connection. */
    public void reset() {
        List.copyOf(sessions).forEach(session -> session.end("reset"));
    }

    /** The program is gone. */
    public void abandon() {
        sessions.forEach(Session::abandon);
    }

    private Future<SqlConnection> connection() {
        Promise<SqlConnection> waiter = Promise.promise();
        waiters.add(waiter);
        host.process().post(WAIT_TIMEOUT, () -> {
            if (waiters.remove(waiter)) {
                waiter.fail(new ConnectionLost("waited too long for a connection"));
            }
        });
        serve();
        return waiter.future();
    }

    private Future<RowSet<Row>> ask(String sql, Tuple tuple) {
        return connection()
                .compose(given -> given.preparedQuery(sql).execute(tuple).onComplete(done -> given.close()));
    }

    private void serve() {
        while (!waiters.isEmpty() && !idle.isEmpty()) {
            waiters.remove().complete(idle.remove().connection());
        }
        if (waiters.size() > connecting + unadmitted.size() && sessions.size() + connecting < size) {
            connecting++;
            connect();
        }
    }

    private void connect() {
        boolean[] over = {false};
        host.process().post(CONNECT_TIMEOUT, () -> {
            if (!over[0]) {
                over[0] = true;
                notConnected("the connection took too long");
            }
        });
        OptionalLong arrival = host.link().arrivalUp();
        arrival.ifPresent(at -> host.timeline().at(at, () -> arrived(over)));
    }

    private void arrived(boolean[] over) {
        if (!host.server().accepting()) {
            answer(() -> {
                if (!over[0]) {
                    over[0] = true;
                    notConnected("refused");
                }
            });
            return;
        }
        host.server().process().post(0, () -> {
            Backend backend = host.server().connect();
            answer(() -> {
                if (over[0] || !backend.open()) {
                    backend.leave();
                } else {
                    over[0] = true;
                    connected(backend);
                }
            });
        });
    }

    private void answer(Runnable action) {
        host.link()
                .arrivalDown()
                .ifPresent(at -> host.timeline().at(at, () -> host.process().post(0, action)));
    }

    private void connected(Backend backend) {
        connecting--;
        Session session = new Session(host, backend, silence, this);
        sessions.add(session);
        unadmitted.add(session);
        admit.handle(session.connection());
    }

    private void notConnected(String why) {
        connecting--;
        failOne(why);
        serve();
    }

    private void failOne(String why) {
        Promise<SqlConnection> waiter = waiters.poll();
        if (waiter != null) {
            waiter.fail(new ConnectionLost(why));
        }
    }

    void release(Session session) {
        if (session.open() && !idle.contains(session)) {
            unadmitted.remove(session);
            session.forgetHandlers();
            idle.add(session);
            serve();
        }
    }

    void ended(Session session) {
        sessions.remove(session);
        idle.remove(session);
        if (unadmitted.remove(session)) {
            failOne("the new connection ended");
        }
        serve();
    }
}
