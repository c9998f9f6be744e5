package mo.farol.server.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import mo.farol.api.json.WireJson;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.Language;
import mo.farol.api.problem.Problem;
import mo.farol.api.problem.ProblemCode;

/** Answers what the decoder could not read as HTTP, and closes: nothing after it can be trusted to begin a request. */
final class InvalidRequests implements Handler<HttpServerRequest> {
    private final Catalogue catalogue;
    private final RefusalCount count;

    InvalidRequests(Catalogue catalogue, RefusalCount count) {
        this.catalogue = catalogue;
        this.count = count;
    }

    @Override
    public void handle(HttpServerRequest request) {
        ProblemCode code = code(request);
        count.refused(code);
        Language language = Language.negotiate(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response()
                .setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(WireJson.write(catalogue.problem(code, language, null))))
                .onComplete(sent -> request.connection().close());
    }

    private static ProblemCode code(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            return ProblemCode.URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException
                ? ProblemCode.HEADERS_TOO_LARGE
                : ProblemCode.INVALID_REQUEST;
    }
}
