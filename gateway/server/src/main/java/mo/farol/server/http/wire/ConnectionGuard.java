package mo.farol.server.http.wire;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.ProblemCode;

/**
 * Puts a watch around the HTTP/1.1 decoder of each connection: headers must be complete within an absolute time of their
 * first byte, however steadily they drip, and a header name that the decoder misreads is refused before it reads it.
 */
public final class ConnectionGuard implements Handler<HttpConnection> {
    /** The name that Vert.x gives its decoder in the pipeline. */
    private static final String DECODER = "httpDecoder";

    private final Duration headerTime;
    private final byte[] tooSlow;
    private final byte[] misread;

    public ConnectionGuard(Duration headerTime, Catalogue catalogue) {
        this.headerTime = headerTime;
        this.tooSlow = RawAnswer.of(catalogue, ProblemCode.REQUEST_TIMEOUT, "Request Timeout");
        this.misread = RawAnswer.of(catalogue, ProblemCode.INVALID_REQUEST, "Bad Request");
    }

    @Override
    public void handle(HttpConnection connection) {
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        HeaderWatch watch = new HeaderWatch(headerTime, tooSlow, misread);
        pipeline.addBefore(DECODER, "headerWatch", watch);
        pipeline.addAfter(DECODER, "messageWatch", watch.messages());
    }
}
