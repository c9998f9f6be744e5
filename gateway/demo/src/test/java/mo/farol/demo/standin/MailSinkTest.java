package mo.farol.demo.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import mo.farol.demo.gateway.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
    @TempDir
    private Path folder;

    private StandInLog log;
    private MailSink sink;

    @BeforeEach
    void start() throws IOException {
        log = new StandInLog(folder.resolve("stand-ins.log"), Clock.systemUTC());
        sink = MailSink.start("127.0.0.1", FreePorts.near(0), Files.createDirectory(folder.resolve("mail")), log);
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
        log.close();
    }

    @Test
    void keepsAMailInMemoryAndInAFileForItsOwnerOnly() throws Exception {
        send("a@example.mo", "Your e-ID was unbound");
        assertThat(sink.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("a@example.mo");
            assertThat(mail.subject()).isEqualTo("Your e-ID was unbound");
            assertThat(mail).hasToString("Mail[redacted]");
        });
        Path file = folder.resolve("mail/000001.eml");
        assertThat(Files.readString(file)).contains("Subject: Your e-ID was unbound");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("stand-ins.log")))
                .contains("[" + Mark.TEXT + "] mail: a mail of ")
                .doesNotContain("example.mo");
    }

    @Test
    void numbersOnAfterARestartAndForgetsTheOldest() throws Exception {
        sink.close();
        Files.createFile(folder.resolve("mail/000300.eml"));
        Files.createFile(folder.resolve("mail/000101.eml"));
        sink = MailSink.start("127.0.0.1", FreePorts.near(0), folder.resolve("mail"), log);
        send("a@example.mo", "one");
        assertThat(folder.resolve("mail/000301.eml")).exists();
        assertThat(folder.resolve("mail/000101.eml")).doesNotExist();
        assertThat(folder.resolve("mail/000300.eml")).exists();
    }

    private void send(String to, String subject) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sink.port());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(in.readLine()).startsWith("220");
            for (String line : List.of(
                    "HELO phone",
                    "MAIL FROM:<farol@example.mo>",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    "From: farol@example.mo\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\ntext\r\n.",
                    "QUIT")) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(in.readLine()).matches("[23]\\d\\d.*");
            }
        }
    }
}
