package mo.farol.server.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mo.farol.server.config.MailSettings;

/** Sends by SMTP (RFC 5321): TLS 1.3 with the host name checked, or nothing. */
final class SmtpPost implements Post {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final int CONNECT_MILLIS = 10_000;
    private static final int IDLE_SECONDS = 30;
    private static final int DEADLINE_SECONDS = 60;

    private final MailClient client;
    private final String from;
    private final String domain;

    SmtpPost(Vertx vertx, MailSettings settings) {
        this.from = settings.from();
        this.domain = from.substring(from.indexOf('@') + 1);
        this.client = MailClient.create(vertx, config(settings));
    }

    private MailConfig config(MailSettings settings) {
        MailConfig config = new MailConfig()
                .setHostname(settings.host())
                .setPort(settings.port())
                .setSsl(settings.tls() == MailSettings.Tls.IMPLICIT)
                .setStarttls(
                        settings.tls() == MailSettings.Tls.REQUIRED
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setLogin(LoginOption.DISABLED)
                .setOwnHostname(domain)
                .setMaxPoolSize(settings.parallel())
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        settings.rootCertificate()
                .ifPresent(pem -> config.setTrustOptions(new PemTrustOptions().addCertPath(pem.toString())));
        settings.login()
                .ifPresent(login -> config.setLogin(LoginOption.REQUIRED)
                        .setUsername(login.user())
                        .setPassword(login.password().reveal()));
        return config;
    }

    @Override
    public Future<Void> send(Letter letter) {
        if (!ADDRESS.matcher(letter.to()).matches()) {
            return Future.failedFuture(new NotSent("the address is not one that can be written to", true));
        }
        return client.sendMail(message(letter))
                .timeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .<Void>mapEmpty()
                .recover(why -> Future.failedFuture(NotSent.because(why)));
    }

    private MailMessage message(Letter letter) {
        return new MailMessage()
                .setFrom(from)
                .setTo(letter.to())
                .setSubject(letter.subject())
                .setText(letter.text())
                .addHeader("Message-ID", "<" + letter.id() + "@" + domain + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", letter.language());
    }

    @Override
    public Future<Void> close() {
        return client.close();
    }
}
