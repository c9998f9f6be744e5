package mo.farol.server.http;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import mo.farol.server.testing.RawConnection;
import mo.farol.server.testing.TestListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two parties could read differently, and requests that are too much. */
@Timeout(30)
class HostileRequestsTest {
    private static TestListener listener;

    @BeforeAll
    static void start() {
        listener = new TestListener(TestListener.IMPATIENT, router -> {
            router.post("/echo").handler(ctx -> ctx.response().end(ctx.body().buffer()));
            router.get("/fine").handler(ctx -> ctx.response().end("fine"));
            router.get("/fault").handler(ctx -> {
                throw new IllegalStateException("canary-5f1d");
            });
        });
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    private static String send(String text) throws Exception {
        try (RawConnection caller = new RawConnection(listener.port())) {
            return caller.send(text).answer();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Xength", "content-xength", "CONTENT-\u0001ENGTH", "Content-1ength", "Content- ength"})
    void refusesAHeaderNameThatTheDecoderMisreads(String name) throws Exception {
        String smuggled = "GET /fine HTTP/1.1\r\nHost: x\r\n\r\n";
        try (RawConnection caller = new RawConnection(listener.port())) {
            String answers = caller.send("POST /echo HTTP/1.1\r\nHost: x\r\n" + name + ": " + smuggled.length()
                            + "\r\n\r\n" + smuggled)
                    .untilClosed();

            assertThat(answers).startsWith("HTTP/1.1 400 Bad Request").doesNotContain("200 OK", "fine");
        }
    }

    /** Why the guard is there; when this fails, the library has been mended and the guard can go. */
    @Test
    void theLibraryAloneMisreadsTheName() throws Exception {
        HttpServer bare = await(listener.vertx()
                .createHttpServer()
                .requestHandler(request -> request.response().end("length " + request.getHeader("content-length")))
                .listen(0));
        try (RawConnection caller = new RawConnection(bare.actualPort())) {
            assertThat(caller.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Xength: 4\r\n\r\nabcd")
                            .answer())
                    .endsWith("length 4");
        }
    }

    @Test
    void refusesTheMisreadNameInPiecesToo() throws Exception {
        try (RawConnection caller = new RawConnection(listener.port())) {
            caller.send("POST /echo HTTP/1.1\r\nHost: x\r\nCont").send("ent-Xen");
            assertThat(caller.send("gth: 4\r\n\r\nabcd").untilClosed()).startsWith("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void takesTheRightNameInAnyCase() throws Exception {
        assertThat(send("POST /echo HTTP/1.1\r\nHost: x\r\ncOnTeNt-LeNgTh: 4\r\n\r\nabcd"))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("abcd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Content-Length: 4, 4",
                "Content-Length: +4",
                "Content-Length: 0x4",
                "Content-Length: -1",
                "Content-Length : 4",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity"
            })
    void refusesABodyWhoseEndIsInDoubt(String headers) throws Exception {
        try (RawConnection caller = new RawConnection(listener.port())) {
            String answer = caller.send("POST /echo HTTP/1.1\r\nHost: x\r\n" + headers
                            + "\r\n\r\nabcdGET /fine HTTP/1.1\r\nHost: x\r\n\r\n")
                    .untilClosed();

            assertThat(answer).startsWith("HTTP/1.1 400 Bad Request").doesNotContain("200 OK");
        }
    }

    @Test
    void refusesABodyThatIsTooLargeAndSaysSoBeforeItIsSent() throws Exception {
        assertThat(send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2049\r\n\r\n"))
                .startsWith("HTTP/1.1 413 Request Entity Too Large")
                .contains("\"code\":\"content_too_large\"");
        assertThat(send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n900\r\n"
                        + "x".repeat(0x900) + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 Request Entity Too Large");
    }

    @Test
    void refusesHeadersAndAddressesThatAreTooLong() throws Exception {
        assertThat(send("GET /fine HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(5000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("\"code\":\"headers_too_large\"");
        assertThat(send("GET /fine?" + "a".repeat(3000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.0 414 ")
                .contains("\"code\":\"uri_too_long\"");
    }

    @Test
    void answersWhatItDoesNotKnowWithAProblem() throws Exception {
        assertThat(send("GET /nothing HTTP/1.1\r\nHost: x\r\nAccept-Language: pt\r\n\r\n"))
                .startsWith("HTTP/1.1 404 Not Found")
                .contains("content-type: application/problem+json", "content-language: pt", "\"code\":\"not_found\"");
        assertThat(send("DELETE /echo HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 405 Method Not Allowed")
                .containsIgnoringCase("allow: POST\r\n")
                .contains("\"code\":\"method_not_allowed\"");
    }

    @Test
    void keepsAFaultOfItsOwnToItself() throws Exception {
        assertThat(send("GET /fault HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 500 Internal Server Error")
                .contains("\"code\":\"internal_error\"")
                .doesNotContain("canary-5f1d", "IllegalState");
    }

    @Test
    void carriesTheCallersTraceAndReplacesAMalformedOne() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        assertThat(send("GET /nothing HTTP/1.1\r\nHost: x\r\ntraceparent: 00-" + trace
                        + "-b7ad6b7169203331-01\r\n\r\n"))
                .contains("\"trace_id\":\"" + trace + "\"", "traceparent: 00-" + trace + "-");
        assertThat(send("GET /nothing HTTP/1.1\r\nHost: x\r\ntraceparent: 00-" + "0".repeat(32)
                        + "-b7ad6b7169203331-01\r\n\r\n"))
                .containsPattern("\"trace_id\":\"(?!0{32})[0-9a-f]{32}\"");
    }
}
