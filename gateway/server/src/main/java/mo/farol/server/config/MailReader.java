package mo.farol.server.config;

import java.util.Optional;

/** Reads the section {@code mail}. */
final class MailReader {
    private static final String ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}";

    private final Section section;
    private final Profile profile;

    MailReader(Section section, Profile profile) {
        this.section = section;
        this.profile = profile;
    }

    MailSettings read() {
        MailSettings.Tls tls = section.choice("tls", MailSettings.Tls.REQUIRED);
        if (tls == MailSettings.Tls.NONE && profile != Profile.DEMO) {
            section.problem("tls", "must be required or implicit outside the demo profile");
        }
        MailSettings settings = new MailSettings(
                section.text("host"),
                section.number("port", tls == MailSettings.Tls.IMPLICIT ? 465 : 587, 1, 65_535),
                tls,
                Optional.ofNullable(section.optionalFile("root_certificate")),
                login(tls),
                address("from"),
                address("report_desk"),
                section.number("per_second", 20, 1, 1000),
                section.number("parallel", 4, 1, 64));
        section.end();
        return settings;
    }

    private Optional<MailSettings.Login> login(MailSettings.Tls tls) {
        String user = section.optional("user");
        Secret password = section.optionalSecret("password");
        if ((user == null) != (password == null)) {
            section.problem("user", "and password must be given together");
        }
        if (user != null && tls == MailSettings.Tls.NONE) {
            section.problem("user", "must not be sent without TLS");
        }
        return user == null || password == null
                ? Optional.empty()
                : Optional.of(new MailSettings.Login(user, password));
    }

    private String address(String key) {
        String address = section.text(key);
        if (!address.isEmpty() && !address.matches(ADDRESS)) {
            section.problem(key, "is not a plain e-mail address");
        }
        return address;
    }
}
