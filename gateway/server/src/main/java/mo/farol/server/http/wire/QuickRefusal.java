package mo.farol.server.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.Language;

/**
 * Turns a request away by its head alone, with bytes made beforehand: under ten times the load that a gateway can bear,
 * nine of ten requests must cost it almost nothing. One for each connection; a request behind another one on the same
 * connection goes the long way, so that answers keep their order.
 */
final class QuickRefusal extends ChannelDuplexHandler {
    /** How long the rest of a refused request is read and thrown away. */
    private static final long LINGER_MILLIS = 1000;

    private final ChannelHandlerContext beforeTheEncoder;
    private final Answers answers;
    private final BooleanSupplier full;
    private final Runnable refused;
    private int unanswered;
    private boolean discarding;
    private int refusals;

    /**
     * @param beforeTheEncoder what is written there goes out as it is
     * @param full whether the next request has to be turned away
     * @param refused called for each
     */
    QuickRefusal(ChannelHandlerContext beforeTheEncoder, Answers answers, BooleanSupplier full, Runnable refused) {
        this.beforeTheEncoder = beforeTheEncoder;
        this.answers = answers;
        this.full = full;
        this.refused = refused;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request && !discarding) {
            if (unanswered == 0 && request.decoderResult().isSuccess() && full.getAsBoolean()) {
                refuse(request);
                discarding = true;
            } else {
                unanswered++;
            }
        }
        if (!discarding) {
            ctx.fireChannelRead(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            discarding = false;
        }
        ReferenceCountUtil.release(message);
    }

    private void refuse(HttpRequest request) {
        refused.run();
        int refusal = ++refusals;
        String languages = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
        ChannelFuture sent = beforeTheEncoder.writeAndFlush(answers.in(Language.negotiate(languages)));
        if (!HttpUtil.isKeepAlive(request)) {
            sent.addListener(ChannelFutureListener.CLOSE);
        } else if (!request.headers().contains(HttpHeaderNames.CONTENT_LENGTH, "0", false)) {
            beforeTheEncoder.executor().schedule(() -> closeIfUnread(refusal), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void closeIfUnread(int refusal) {
        if (discarding && refusal == refusals) {
            beforeTheEncoder.close();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            unanswered--;
        }
        ctx.write(message, promise);
    }

    /** The whole answer in each language. */
    static final class Answers {
        private final Map<Language, ByteBuf> byLanguage = new EnumMap<>(Language.class);

        Answers(Catalogue catalogue) {
            for (Language language : Language.values()) {
                byte[] bytes = RawAnswer.overloaded(catalogue, language);
                ByteBuf direct = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
                byLanguage.put(language, Unpooled.unreleasableBuffer(direct.asReadOnly()));
            }
        }

        ByteBuf in(Language language) {
            return Objects.requireNonNull(byLanguage.get(language)).duplicate();
        }
    }
}
