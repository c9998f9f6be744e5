package mo.farol.server.http.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.ProblemCode;

/**
 * Puts a watch around the HTTP/1.1 decoder of each connection of one event loop: headers must be complete within an
 * absolute time of their first byte, however steadily they drip; a header name that the decoder misreads is refused
 * before it reads it; who does not take an answer in time is cut off; and who comes when there is too much to do is
 * turned away before anything else is done.
 */
public final class ConnectionGuard implements Handler<HttpConnection> {
    /** The name that Vert.x gives its decoder in the pipeline. */
    private static final String DECODER = "httpDecoder";

    /** The name of what takes decoded requests and hands out answers to be encoded. */
    private static final String HANDLER = "handler";

    private final Duration headerTime;
    private final Duration writeTime;
    private final byte[] tooSlow;
    private final byte[] misread;
    private final QuickRefusal.Answers overloaded;
    private final BooleanSupplier full;
    private final Runnable refused;
    private final Map<Channel, WriteWatch> open = new HashMap<>();

    /**
     * @param headerTime from a request's first byte to the end of its headers
     * @param writeTime from an answer to its last byte being taken
     * @param full whether the next request has to be turned away
     * @param refused called for each that is
     */
    public ConnectionGuard(
            Duration headerTime, Duration writeTime, Catalogue catalogue, BooleanSupplier full, Runnable refused) {
        this.headerTime = headerTime;
        this.writeTime = writeTime;
        this.tooSlow = RawAnswer.of(catalogue, ProblemCode.REQUEST_TIMEOUT, "Request Timeout");
        this.misread = RawAnswer.of(catalogue, ProblemCode.INVALID_REQUEST, "Bad Request");
        this.overloaded = new QuickRefusal.Answers(catalogue);
        this.full = full;
        this.refused = refused;
    }

    @Override
    public void handle(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        ChannelPipeline pipeline = channel.pipeline();
        HeaderWatch headers = new HeaderWatch(headerTime, tooSlow, misread);
        WriteWatch writes = new WriteWatch();
        pipeline.addBefore(DECODER, "writeWatch", writes);
        pipeline.addBefore(DECODER, "headerWatch", headers);
        pipeline.addAfter(DECODER, "messageWatch", headers.messages());
        pipeline.addBefore(
                HANDLER, "quickRefusal", new QuickRefusal(pipeline.context(DECODER), overloaded, full, refused));
        open.put(channel, writes);
        channel.closeFuture().addListener(closed -> open.remove(channel));
    }

    /** Cuts off whoever does not take an answer. To be called every now and then on the event loop. */
    public void cutStuckWrites() {
        long now = System.nanoTime();
        for (Map.Entry<Channel, WriteWatch> each : List.copyOf(open.entrySet())) {
            if (each.getValue().isStuck(now, writeTime.toNanos())) {
                // From the front of the pipeline: the channel's own close would first wait for what is stuck.
                each.getKey().pipeline().firstContext().close();
            }
        }
    }
}
