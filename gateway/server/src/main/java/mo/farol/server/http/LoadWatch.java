package mo.farol.server.http;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Hears what a listener does, for metrics and for whoever waits for its port. */
public interface LoadWatch extends RefusalCount {
    /** An event loop joined; its figures can be read from any thread, roughly. */
    void eventLoop(IntSupplier inFlight, LongSupplier lagMillis);

    /** The listener takes connections on this port. */
    void listening(int port);
}
