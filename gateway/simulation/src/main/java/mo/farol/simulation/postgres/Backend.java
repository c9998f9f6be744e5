package mo.farol.simulation.postgres;

import io.vertx.sqlclient.Tuple;
import java.util.function.Consumer;

/** One session's end at the server. A statement that has begun goes on whatever becomes of the client. */
public final class Backend {
    private final Server server;
    private boolean open = true;
    private Runnable whenClosed = () -> {};

    Backend(Server server) {
        this.server = server;
    }

    /** Called once when the server ends the session. */
    public void onClose(Runnable action) {
        whenClosed = action;
    }

    public boolean open() {
        return open;
    }

    /** Runs a statement, if the session still is; else nothing happens. */
    public void execute(String sql, Tuple tuple, Consumer<Reply> reply) {
        if (!open) {
            return;
        }
        if (Statements.isTermination(sql)) {
            server.ended(this);
            close();
            return;
        }
        new Transaction(server, Statements.of(sql, tuple, server), answer -> {
                    if (open) {
                        reply.accept(answer);
                    }
                })
                .start();
    }

    /** The client is gone. */
    public void leave() {
        open = false;
        server.ended(this);
    }

    void close() {
        if (open) {
            open = false;
            whenClosed.run();
        }
    }
}
