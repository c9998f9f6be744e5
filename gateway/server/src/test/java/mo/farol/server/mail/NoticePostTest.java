package mo.farol.server.mail;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.server.TestCertificates;
import mo.farol.server.config.MailSettings;
import mo.farol.server.config.Secret;
import mo.farol.server.testing.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real SMTP server in this process. */
class NoticePostTest {
    private static final NoticePost.Pace QUICK = new NoticePost.Pace(
            Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(100));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final FakeOutbox outbox = new FakeOutbox();
    private GreenMail sink;
    private int port;

    @BeforeEach
    void startTheSink() {
        sink = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        sink.start();
        port = sink.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        sink.stop();
        await(vertx.close());
    }

    private MailSettings settings(int smtpPort, MailSettings.Tls tls, Optional<Path> root) {
        return new MailSettings(
                "127.0.0.1", smtpPort, tls, root, Optional.empty(), "e-id@dsi.example.mo", "desk@example.mo", 50, 4);
    }

    private NoticePost start(MailSettings settings) {
        Post smtp = new SmtpPost(vertx, settings);
        LetterWriter writer = new LetterWriter("2837-0777 / 2837-0888", settings.reportDesk());
        MailRound round = new MailRound(outbox, writer, smtp, 50, settings.parallel(), System::nanoTime);
        NoticePost post = new NoticePost(vertx, round, smtp, QUICK);
        post.start();
        return post;
    }

    private NoticePost start() {
        return start(settings(port, MailSettings.Tls.NONE, Optional.empty()));
    }

    private void awaitReceived(int mails) {
        assertThat(sink.waitForIncomingEmail(PATIENCE.toMillis(), mails)).isTrue();
    }

    private static String body(MimeMessage message) throws Exception {
        return message.getContent().toString().replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private MimeMessage receivedOf(DueMail mail) {
        return Arrays.stream(sink.getReceivedMessages())
                .filter(message -> messageId(message).equals("<" + mail.id() + "@dsi.example.mo>"))
                .findFirst()
                .orElseThrow();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void deliversTheExactTextInThreeLanguages() throws Exception {
        DueMail.OfNotice chinese = Mails.bound(PreferredLanguage.ZH_HANT);
        DueMail.OfNotice portuguese = Mails.notice(PreferredLanguage.PT, NoticeKind.SUPERSEDED, false, null);
        DueMail.OfNotice english =
                Mails.notice(PreferredLanguage.EN, NoticeKind.FIRST_USE_BY_INSTITUTION, true, "Banco de Exemplo, S.A.");
        List.of(chinese, portuguese, english).forEach(outbox::put);

        NoticePost post = start();
        awaitReceived(3);
        await(post.stop());

        assertThat(body(receivedOf(chinese))).isEqualTo("""
                你的電子身份已綁定至一部手機。

                時間: 2026年11月24日 00:05（澳門時間）
                參考編號: 0198f0a0-0000-7000-8000-0000000000e1
                涉及: 你的電子身份

                如非你所預期，請在應用程式或網頁解除綁定，或立即致電查詢熱線。

                查詢熱線: 2837-0777 / 2837-0888

                本訊息由系統自動發出，回覆不會被閱讀。訊息中刻意不附任何連結：如有訊息自稱與你的電子身份有關，請勿點擊其中的連結，亦不要向任何人提供驗證碼或密碼。
                """);
        assertThat(body(receivedOf(portuguese))).isEqualTo("""
                A identidade electrónica de um menor a seu cargo foi vinculada a outro telemóvel. O telemóvel anterior já não a pode mostrar.

                Quando: 24 de novembro de 2026, 00:05 (hora de Macau)
                Referência: 0198f0a0-0000-7000-8000-0000000000e1
                Diz respeito a: a identidade electrónica de um menor a seu cargo

                Se não esperava isto, desvincule-a na aplicação ou na internet, ou ligue já para a linha de apoio.

                Linha de apoio: 2837-0777 / 2837-0888

                Esta mensagem foi enviada automaticamente e as respostas não são lidas. Não contém ligações, de propósito: não siga nenhuma ligação de uma mensagem que diga tratar da sua identidade electrónica, nem dê a ninguém um código ou uma palavra-passe.
                """);
        assertThat(body(receivedOf(english))).isEqualTo("""
                The institution named below verified your e-ID for the first time.

                When: 24 November 2026, 00:05 (Macau time)
                Reference: 0198f0a0-0000-7000-8000-0000000000e1
                This is about: your e-ID
                Institution: Banco de Exemplo, S. A.

                The app and the web show which fields it read. If this was not you, report it there or call the help line.

                Help line: 2837-0777 / 2837-0888

                This message was sent automatically and replies are not read. It contains no links on purpose: do not follow any link in a message that says it is about your e-ID, and give nobody a code or a password.
                """);
        assertThat(receivedOf(chinese).getSubject()).isEqualTo("電子身份已綁定手機");
        assertThat(receivedOf(portuguese).getSubject()).isEqualTo("Identidade electrónica mudada para outro telemóvel");
        assertHeaders(receivedOf(chinese), "zh-Hant");
        assertHeaders(receivedOf(english), "en");
    }

    private static void assertHeaders(MimeMessage message, String language) throws MessagingException {
        String type = message.getContentType().toLowerCase(Locale.ROOT);
        assertThat(type).isIn("text/plain", "text/plain; charset=utf-8");
        assertThat(type.endsWith("utf-8"))
                .as("what is all ASCII needs no charset")
                .isEqualTo(!language.equals("en"));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly(language);
        assertThat(message.getHeader("Message-ID")).hasSize(1);
        assertThat(message.getHeader("From")).containsExactly("e-id@dsi.example.mo");
        assertThat(message.getHeader("To")).containsExactly(Mails.ADDRESS);
        assertThat(message.getHeader("Cc")).isNull();
        assertThat(message.getHeader("Bcc")).isNull();
    }

    @Test
    void losesNothingWhileTheSinkIsDownAndSendsItWhenItIsUp() {
        List<DueMail.OfNotice> mails = IntStream.range(0, 20)
                .mapToObj(i -> Mails.bound(PreferredLanguage.EN))
                .toList();
        mails.forEach(outbox::put);
        sink.stop();

        NoticePost post = start();
        await().atMost(PATIENCE).until(() -> mails.stream().allMatch(mail -> outbox.failures(mail.id()) > 0));
        assertThat(outbox.sent()).isEmpty();

        sink = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        sink.start();
        outbox.endLeases();
        awaitReceived(20);
        await().atMost(PATIENCE).until(() -> outbox.sent().size() == 20);
        await(post.stop());

        assertThat(Arrays.stream(sink.getReceivedMessages())
                        .map(NoticePostTest::messageId)
                        .collect(Collectors.toSet()))
                .hasSize(20);
    }

    @Test
    void sendsAgainUnderTheSameIdWhatItCouldNotSayWasSent() {
        DueMail.OfNotice mail = Mails.bound(PreferredLanguage.EN);
        outbox.put(mail);
        outbox.dieBeforeSaying(0);
        NoticePost dying = start();
        awaitReceived(1);
        await(dying.stop());
        assertThat(outbox.sent()).isEmpty();

        outbox.dieBeforeSaying(Integer.MAX_VALUE);
        outbox.endLeases();
        NoticePost another = start();
        awaitReceived(2);
        await().atMost(PATIENCE).until(() -> outbox.sent().equals(List.of(mail.id())));
        await(another.stop());

        assertThat(Arrays.stream(sink.getReceivedMessages()).map(NoticePostTest::messageId))
                .containsExactly("<" + mail.id() + "@dsi.example.mo>", "<" + mail.id() + "@dsi.example.mo>");
    }

    @Test
    void waitsOutAnOutboxThatCannotBeReached() {
        outbox.cutOff(true);
        outbox.put(Mails.bound(PreferredLanguage.EN));
        try (CapturedLog log = new CapturedLog()) {
            NoticePost post = start();
            await().atMost(PATIENCE).until(() -> log.text().contains("ALARM the outbox cannot be reached"));

            outbox.cutOff(false);
            awaitReceived(1);
            await(post.stop());
        }
    }

    @Test
    void deliversAHostileNameAsTextOfOneLineAndNothingMore() throws Exception {
        DueMail.OfNotice hostile = Mails.notice(
                PreferredLanguage.EN,
                NoticeKind.FIRST_USE_BY_INSTITUTION,
                true,
                "Evil\r\nBcc: victim@example.org\r\n.\r\nMAIL FROM:<x@y.example>\r\n<b>bold</b>");
        outbox.put(hostile);

        NoticePost post = start();
        awaitReceived(1);
        await(post.stop());

        assertThat(sink.getReceivedMessages()).hasSize(1);
        MimeMessage message = receivedOf(hostile);
        assertHeaders(message, "en");
        assertThat(body(message))
                .contains("Institution: Evil Bcc: victim @example. org . MAIL FROM:<x @y. example> <b>bold</b>\n");
    }

    @Test
    void refusesAnAddressThatWouldReachIntoTheDialogue() {
        DueMail.OfNotice hostile = Mails.to("a@example.org>\r\nRCPT TO:<b@example.org");
        DueMail.OfNotice good = Mails.to("good@example.org");
        outbox.put(hostile);
        outbox.put(good);

        NoticePost post = start();
        awaitReceived(1);
        await().atMost(PATIENCE).until(() -> outbox.failures(hostile.id()) > 0);
        await(post.stop());

        assertThat(sink.getReceivedMessages()).hasSize(1);
        assertThat(outbox.sent()).containsExactly(good.id());
    }

    @Test
    void countsARefusalForGoodAsFailedAndNamesNoAddressAnywhere() {
        UUID refused;
        try (CapturedLog log = new CapturedLog();
                SmtpServer server = new SmtpServer(vertx, List.of(), "550 <" + Mails.ADDRESS + "> is unknown here")) {
            DueMail.OfNotice mail = Mails.bound(PreferredLanguage.EN);
            refused = mail.id();
            outbox.put(mail);
            NoticePost post = start(settings(server.port(), MailSettings.Tls.NONE, Optional.empty()));
            await().atMost(PATIENCE).until(() -> outbox.failures(refused) > 0);
            await(post.stop());

            assertThat(log.text())
                    .contains("ALARM mail " + refused + " is refused for good: SMTP reply 550")
                    .doesNotContain(Mails.ADDRESS, "canary");
        }
        assertThat(outbox.sent()).isEmpty();
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    @Test
    void namesNoAddressInTheLogWhenAllIsWellOrTheSinkIsDown() {
        try (CapturedLog log = new CapturedLog()) {
            outbox.put(Mails.bound(PreferredLanguage.PT));
            NoticePost post = start();
            awaitReceived(1);
            await(post.stop());
            sink.stop();
            DueMail.OfNotice mail = Mails.bound(PreferredLanguage.PT);
            outbox.put(mail);
            NoticePost later = start();
            await().atMost(PATIENCE).until(() -> outbox.failures(mail.id()) > 0);
            await(later.stop());

            assertThat(log.text()).contains("ALARM none of").doesNotContain(Mails.ADDRESS, "canary");
        }
    }

    @Test
    void sendsNothingInTheClearWhereTlsIsRequired() {
        try (SmtpServer server = new SmtpServer(vertx, List.of(), "250 ok")) {
            DueMail.OfNotice mail = Mails.bound(PreferredLanguage.EN);
            outbox.put(mail);
            NoticePost post = start(settings(server.port(), MailSettings.Tls.REQUIRED, Optional.empty()));
            await().atMost(PATIENCE).until(() -> outbox.failures(mail.id()) > 0);
            await(post.stop());

            assertThat(server.plain).noneMatch(line -> line.contains("MAIL") || line.contains("canary"));
        }
    }

    @Test
    void upgradesByStarttlsBeforeItSendsAndOnlyToTheServerItTrusts() throws Exception {
        TestCertificates certificate = new TestCertificates("smtp");
        Path chain = certificate.writeCertificate(folder.resolve("smtp.pem"));
        Path key = certificate.writeKey(folder.resolve("smtp.key"));
        try (SmtpServer server = new SmtpServer(vertx, List.of(chain.toString(), key.toString()), "250 ok")) {
            DueMail.OfNotice mail = Mails.bound(PreferredLanguage.EN);
            outbox.put(mail);
            NoticePost distrusting = start(settings(server.port(), MailSettings.Tls.REQUIRED, Optional.empty()));
            await().atMost(PATIENCE).until(() -> outbox.failures(mail.id()) > 0);
            await(distrusting.stop());
            assertThat(server.secured).isEmpty();

            outbox.endLeases();
            NoticePost post = start(settings(server.port(), MailSettings.Tls.REQUIRED, Optional.of(chain)));
            await().atMost(PATIENCE).until(() -> outbox.sent().equals(List.of(mail.id())));
            await(post.stop());

            assertThat(server.plain).noneMatch(line -> line.contains("MAIL") || line.contains("canary"));
            assertThat(server.secured).anyMatch(line -> line.contains(Mails.ADDRESS));
        }
    }

    @Test
    void sendsOverTlsFromTheFirstByteAndSignsIn() throws Exception {
        TestCertificates certificate = new TestCertificates("smtps");
        Path chain = certificate.writeCertificate(folder.resolve("smtps.pem"));
        NetServerOptions tls = new NetServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(chain.toString())
                        .setKeyPath(certificate
                                .writeKey(folder.resolve("smtps.key"))
                                .toString()));
        sink.setUser("farol", "s3cret");
        NetServer proxy = await(vertx.createNetServer(tls)
                .connectHandler(client -> {
                    client.pause();
                    vertx.createNetClient().connect(port, "127.0.0.1").onSuccess(server -> {
                        client.pipeTo(server);
                        server.pipeTo(client);
                    });
                })
                .listen(0, "127.0.0.1"));
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                proxy.actualPort(),
                MailSettings.Tls.IMPLICIT,
                Optional.of(chain),
                Optional.of(new MailSettings.Login("farol", new Secret("s3cret"))),
                "e-id@dsi.example.mo",
                "desk@example.mo",
                5,
                1);
        outbox.put(Mails.bound(PreferredLanguage.EN));

        NoticePost post = start(settings);
        awaitReceived(1);
        await(post.stop());

        assertThat(outbox.sent()).hasSize(1);
    }
}
