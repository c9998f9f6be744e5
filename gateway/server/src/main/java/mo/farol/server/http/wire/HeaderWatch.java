package mo.farol.server.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sees the bytes of one connection before its decoder; its other half sees the messages after it. */
final class HeaderWatch extends ChannelInboundHandlerAdapter {
    private final Duration headerTime;
    private final byte[] tooSlow;
    private final byte[] misread;
    private final MisreadName misreadName = new MisreadName();
    private boolean inBody;
    private boolean answeredBefore;
    private boolean refused;
    private @Nullable Future<?> deadline;

    HeaderWatch(Duration headerTime, byte[] tooSlow, byte[] misread) {
        this.headerTime = headerTime;
        this.tooSlow = tooSlow;
        this.misread = misread;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof ByteBuf bytes && misreadName.in(bytes)) {
            ReferenceCountUtil.release(message);
            refuse(ctx, misread);
        } else {
            if (!inBody && deadline == null) {
                deadline = ctx.executor()
                        .schedule(() -> refuse(ctx, tooSlow), headerTime.toMillis(), TimeUnit.MILLISECONDS);
            }
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stopTheClock();
        ctx.fireChannelInactive();
    }

    /** On a connection that had answers before, one more could land in the middle of another: it is only closed. */
    private void refuse(ChannelHandlerContext ctx, byte[] answer) {
        refused = true;
        stopTheClock();
        if (answeredBefore) {
            ctx.close();
        } else {
            ctx.writeAndFlush(Unpooled.wrappedBuffer(answer)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void stopTheClock() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** The half behind the decoder. */
    ChannelInboundHandlerAdapter messages() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                if (message instanceof HttpRequest) {
                    stopTheClock();
                    inBody = true;
                    answeredBefore = true;
                }
                if (message instanceof LastHttpContent) {
                    inBody = false;
                }
                ctx.fireChannelRead(message);
            }
        };
    }
}
