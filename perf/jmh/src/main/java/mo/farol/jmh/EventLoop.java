package mo.farol.jmh;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

/** Runs benchmarks on the kind of thread that the gateway's handlers run on (JMH's custom executor). */
public final class EventLoop extends MultiThreadIoEventLoopGroup {
    /** As JMH calls it. */
    public EventLoop(int threads, String prefix) {
        super(threads, NioIoHandler.newFactory());
    }
}
