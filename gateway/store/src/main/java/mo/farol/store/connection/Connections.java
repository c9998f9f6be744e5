package mo.farol.store.connection;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.StoreConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded pool of connections to a server that was checked. Pool size, wait queue, connect timeout and pipelining are
 * all set, because the defaults of the last three are unbounded, 30 s and 256.
 */
public final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int CONNECT_TIMEOUT_MS = 1000;
    private static final int TCP_USER_TIMEOUT_MS = 3000;
    private static final int ANSWER_TIMEOUT_MS = 3000;
    private static final int WAITING_PER_CONNECTION = 64;

    private final Pool pool;
    private final ServerCheck check;
    private final FurtherCheck further;
    private volatile List<String> lastProblems = List.of();

    /**
     * @param name the pool's name in metrics
     * @param size connections at most
     * @param silentSeconds a connection that hears nothing for this long is closed, whatever it waits for
     */
    public Connections(Vertx vertx, StoreConfig config, String name, int size, int silentSeconds) {
        this(vertx, config, name, size, silentSeconds, FurtherCheck.NONE);
    }

    /** @param further asked when the server is otherwise one that may decide */
    public Connections(
            Vertx vertx, StoreConfig config, String name, int size, int silentSeconds, FurtherCheck further) {
        this(config.allowNotDurable(), further, admit -> open(vertx, config, name, size, silentSeconds, admit));
    }

    /** @param open opens the pool, which hands each new connection to the given handler before anybody gets it */
    public Connections(boolean allowNotDurable, Function<Handler<SqlConnection>, Pool> open) {
        this(allowNotDurable, FurtherCheck.NONE, open);
    }

    private Connections(boolean allowNotDurable, FurtherCheck further, Function<Handler<SqlConnection>, Pool> open) {
        this.check = new ServerCheck(allowNotDurable);
        this.further = further;
        this.pool = open.apply(this::admit);
    }

    private static Pool open(
            Vertx vertx, StoreConfig config, String name, int size, int silentSeconds, Handler<SqlConnection> admit) {
        PoolOptions pool = new PoolOptions()
                .setName(name)
                .setMaxSize(size)
                .setMaxWaitQueueSize(size * WAITING_PER_CONNECTION)
                .setConnectionTimeout(2 * CONNECT_TIMEOUT_MS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setTcpUserTimeout(TCP_USER_TIMEOUT_MS)
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true)
                .setReadIdleTimeout(silentSeconds);
        return PgBuilder.pool()
                .with(pool)
                .with(net)
                .connectingTo(options(config))
                .using(vertx)
                .withConnectHandler(admit)
                .build();
    }

    /** The pool; a connection that it gives was checked. */
    public Pool pool() {
        return pool;
    }

    /** A connection within {@value #ANSWER_TIMEOUT_MS} ms, or {@link ArbiterUnreachable} with the reason. */
    public Future<SqlConnection> connection() {
        Future<SqlConnection> asked = pool.getConnection();
        // The pool bounds how long one waits in its queue, and not how long a new connection may take to be checked.
        return asked.timeout(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS).recover(cause -> {
            asked.onSuccess(SqlConnection::close);
            return Future.failedFuture(new ArbiterUnreachable(why(cause), cause));
        });
    }

    /** Whether the server said no, so that asking again is in vain. */
    public boolean refused(Throwable unreachable) {
        return !lastProblems.isEmpty() || unreachable.getCause() instanceof PgException;
    }

    /** Runs one statement; whatever goes wrong is {@link ArbiterUnreachable}. */
    public Future<RowSet<Row>> ask(String sql, Tuple tuple) {
        return pool.preparedQuery(sql)
                .execute(tuple)
                // A server that is frozen answers nothing and ends nothing: whoever asked must not wait for it.
                .timeout(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .recover(cause -> Future.failedFuture(new ArbiterUnreachable(why(cause), cause)));
    }

    /** Why the server was not believed when it was last asked; empty when it was. */
    public List<String> lastProblems() {
        return lastProblems;
    }

    public Future<Void> close() {
        return pool.close();
    }

    private String why(Throwable cause) {
        if (!lastProblems.isEmpty()) {
            return String.join("; ", lastProblems);
        }
        return cause instanceof PgException
                ? "PostgreSQL refuses the connection or the question: " + Trouble.nameOf(cause)
                : "PostgreSQL cannot be reached, does not answer, or shows a certificate that is not accepted";
    }

    /** Lets a new connection into the pool, or has the server end it: the pool then fails who waited for it. */
    private void admit(SqlConnection connection) {
        // Whoever waits for an answer hears of it there; an idle connection may go quietly.
        connection.exceptionHandler(cause -> LOG.debug("a connection ended: {}", Trouble.nameOf(cause)));
        check.problems(connection)
                .compose(problems ->
                        problems.isEmpty() ? further.problems(connection) : Future.succeededFuture(problems))
                .compose(problems -> {
                    report(problems);
                    return problems.isEmpty() ? connection.close() : end(connection);
                })
                .recover(cause -> {
                    // Nothing was found out about the server: what was known of it before still holds.
                    LOG.debug("a new connection ended before it was admitted: {}", Trouble.nameOf(cause));
                    return end(connection);
                })
                .onFailure(cause -> LOG.debug("it had ended already: {}", Trouble.nameOf(cause)));
    }

    /** By its server: closing it here would give it to the pool. */
    private static Future<Void> end(SqlConnection connection) {
        return connection
                .query("SELECT pg_terminate_backend(pg_backend_pid())")
                .execute()
                .mapEmpty();
    }

    private void report(List<String> problems) {
        if (!problems.equals(lastProblems)) {
            problems.forEach(problem -> LOG.error("ALARM not deciding by this PostgreSQL server: {}", problem));
        }
        lastProblems = problems;
    }

    /** How a connection is opened: what it is told, and with which TLS. */
    public static PgConnectOptions options(StoreConfig config) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setDatabase(config.database())
                .setUser(config.user())
                .setPassword(config.password())
                .setPipeliningLimit(1)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(64)
                .setPreparedStatementCacheSqlLimit(16_384)
                .setReconnectAttempts(0);
        // Every statement is a set of index look-ups, whatever the statistics of a freshly filled table say.
        options.addProperty("search_path", "farol")
                .addProperty("enable_seqscan", "off")
                .addProperty("jit", "off")
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("application_name", "farol");
        if (config.caFile() == null) {
            return options.setSslMode(SslMode.DISABLE);
        }
        return options.setSslMode(SslMode.VERIFY_FULL)
                .setSslOptions(new ClientSSLOptions()
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(config.caFile().toString())));
    }
}
