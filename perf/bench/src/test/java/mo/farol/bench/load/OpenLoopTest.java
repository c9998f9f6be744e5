package mo.farol.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers one question at a time, and sleeps on its hundredth. */
class OpenLoopTest {
    private static final byte[] QUESTION = "GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
    private static final long STALL_MILLIS = 400;
    private static final int STALLS_ON = 100;
    private static final int QUESTIONS = 300;
    private static final int PER_SECOND = 500;

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private int answered;
    private ServerSocket server;
    private ExecutorService threads;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        threads = Executors.newVirtualThreadPerTaskExecutor();
        threads.submit(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.submit(() -> answer(socket));
            }
            return null;
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private Void answer(Socket socket) throws IOException, InterruptedException {
        try (socket) {
            InputStream in = socket.getInputStream();
            while (in.readNBytes(QUESTION.length).length == QUESTION.length) {
                oneAtATime.lock();
                try {
                    if (++answered == STALLS_ON) {
                        Thread.sleep(STALL_MILLIS);
                    }
                } finally {
                    oneAtATime.unlock();
                }
                socket.getOutputStream().write(ANSWER);
            }
            return null;
        }
    }

    @Test
    void chargesAStallToEverybodyWhoCameMeanwhile() throws IOException {
        List<byte[]> questions = Collections.nCopies(QUESTIONS, QUESTION);
        long[] due = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            due[i] = i * 1_000_000_000L / PER_SECOND;
        }
        try (OpenLoop load = new OpenLoop(server.getLocalPort(), answer -> answer.substring(9, 12))) {
            OpenLoop.Heard heard = load.run(questions, due);
            heard.tally().require("200", QUESTIONS);
            // Some 200 of the 300 were due while it slept or soon after; a loop that waits would have seen one.
            assertThat(heard.answers().millis(0.6)).isGreaterThan(STALL_MILLIS / 10.0);
            assertThat(heard.answers().millis(1)).isGreaterThanOrEqualTo(STALL_MILLIS);
        }
    }
}
