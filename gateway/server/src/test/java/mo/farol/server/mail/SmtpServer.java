package mo.farol.server.mail;

import static mo.farol.server.testing.Awaiting.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The little of an SMTP server that greets, may offer STARTTLS, and refuses recipients as it is told. */
final class SmtpServer implements AutoCloseable {
    /** What came before and after the connection was protected. */
    final List<String> plain = new CopyOnWriteArrayList<>();

    final List<String> secured = new CopyOnWriteArrayList<>();
    private final NetServer server;
    private final boolean starttls;
    private final String recipientReply;

    /** @param certificate empty: no STARTTLS */
    SmtpServer(Vertx vertx, List<String> certificate, String recipientReply) {
        this.starttls = !certificate.isEmpty();
        this.recipientReply = recipientReply;
        NetServerOptions options = new NetServerOptions();
        if (starttls) {
            options.setKeyCertOptions(
                    new PemKeyCertOptions().setCertPath(certificate.get(0)).setKeyPath(certificate.get(1)));
        }
        this.server = await(vertx.createNetServer(options)
                .connectHandler(socket -> new Dialogue(socket).greet())
                .listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        await(server.close());
    }

    private final class Dialogue {
        private final NetSocket socket;
        private final RecordParser lines = RecordParser.newDelimited("\r\n");
        private boolean data;

        Dialogue(NetSocket socket) {
            this.socket = socket;
        }

        void greet() {
            lines.handler(this::line);
            socket.handler(lines);
            reply("220 test ESMTP");
        }

        private void line(Buffer bytes) {
            String line = bytes.toString();
            (socket.isSsl() ? secured : plain).add(line);
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    reply("250 taken");
                }
                return;
            }
            command(line.toUpperCase(Locale.ROOT));
        }

        private void command(String line) {
            if (line.startsWith("EHLO")) {
                reply(starttls && !socket.isSsl() ? "250-test\r\n250 STARTTLS" : "250-test\r\n250 8BITMIME");
            } else if (line.equals("STARTTLS")) {
                reply("220 go on");
                socket.upgradeToSsl();
            } else if (line.startsWith("RCPT")) {
                reply(recipientReply);
            } else if (line.equals("DATA")) {
                data = true;
                reply("354 go on");
            } else if (line.equals("QUIT")) {
                reply("221 bye");
                socket.close();
            } else {
                reply("250 ok");
            }
        }

        private void reply(String text) {
            socket.write(text + "\r\n");
        }
    }
}
