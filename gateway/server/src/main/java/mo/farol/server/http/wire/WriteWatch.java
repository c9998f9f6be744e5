package mo.farol.server.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Knows since when a connection has something to send that its caller does not take. */
final class WriteWatch extends ChannelOutboundHandlerAdapter {
    private int pending;
    private long since;

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (pending++ == 0) {
            since = System.nanoTime();
        }
        ctx.write(message, promise.unvoid().addListener(sent -> {
            pending--;
            since = System.nanoTime();
        }));
    }

    /** Whether the oldest write has waited for longer than this. */
    boolean isStuck(long now, long nanos) {
        return pending > 0 && now - since > nanos;
    }
}
