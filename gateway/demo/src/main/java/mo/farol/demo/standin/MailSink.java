package mo.farol.demo.standin;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mo.farol.phone.file.OwnerOnlyFile;

/**
 * A mail server that delivers nothing: the last mails stay in memory, and each is written to a file that only its owner
 * may read. Safe for use by many threads.
 */
public final class MailSink implements AutoCloseable {
    private static final int MOST = 200;

    private final GreenMail server;
    private final Path folder;
    private final StandInLog log;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long written;

    private MailSink(GreenMail server, Path folder, StandInLog log) {
        this.server = server;
        this.folder = folder;
        this.log = log;
    }

    /**
     * @param host the address to listen on
     * @param folder of the {@code .eml} files, which is there; older ones beyond the last {@value #MOST} go
     */
    public static MailSink start(String host, int port, Path folder, StandInLog log) throws IOException {
        ServerSetup setup = new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        MailSink sink = new MailSink(new GreenMail(setup), folder, log);
        sink.written = newest(folder);
        sink.server
                .getUserManager()
                .setMessageDeliveryHandler((message, address) -> new AnyMailbox(address, sink::keep));
        sink.server.start();
        return sink;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** The last mails, oldest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Waits until a mail like this has come in. @return empty when none did in time */
    public synchronized Optional<Mail> await(Predicate<Mail> wanted, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<Mail> found = mails.stream().filter(wanted).findFirst();
            long left = deadline - System.nanoTime();
            if (found.isPresent() || left <= 0) {
                return found;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private synchronized void keep(MailAddress to, MimeMessage message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            mails.addLast(new Mail(
                    to.getEmail(),
                    String.valueOf(message.getSubject()),
                    String.valueOf(message.getContent()),
                    bytes.toByteArray()));
            if (mails.size() > MOST) {
                mails.removeFirst();
            }
            notifyAll();
            written++;
            OwnerOnlyFile.write(file(written), bytes.toByteArray());
            Files.deleteIfExists(file(written - MOST));
            log.line("mail", "a mail of " + bytes.size() + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException("the mail stand-in cannot keep a mail in " + folder, e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        }
    }

    private Path file(long number) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.eml", number));
    }

    private static long newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{6,}\\.eml"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - 4)))
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /**
     * A mail as it came in. It is personal, so it never prints.
     *
     * @param to one recipient; a mail to two is kept twice
     * @param text of a mail without parts
     * @param bytes RFC 5322
     */
    public record Mail(String to, String subject, String text, byte[] bytes) {
        @Override
        public String toString() {
            return "Mail[redacted]";
        }
    }
}
