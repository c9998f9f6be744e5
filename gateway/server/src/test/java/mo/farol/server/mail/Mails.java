package mo.farol.server.mail;

import java.time.Instant;
import java.util.UUID;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.PreferredLanguage;
import org.jspecify.annotations.Nullable;

/** Mails that are due. */
final class Mails {
    static final Instant AT = Instant.parse("2026-11-23T16:05:30Z");
    static final UUID REFERENCE = UUID.fromString("0198f0a0-0000-7000-8000-0000000000e1");
    static final String ADDRESS = "canary.resident@example.org";

    private Mails() {}

    static DueMail.OfNotice notice(
            PreferredLanguage language, NoticeKind kind, boolean self, @Nullable String institution) {
        return new DueMail.OfNotice(UUID.randomUUID(), ADDRESS, language, kind, AT, self, REFERENCE, institution);
    }

    static DueMail.OfNotice bound(PreferredLanguage language) {
        return notice(language, NoticeKind.BOUND, true, null);
    }

    static DueMail.OfNotice to(String address) {
        return new DueMail.OfNotice(
                UUID.randomUUID(), address, PreferredLanguage.EN, NoticeKind.BOUND, AT, true, REFERENCE, null);
    }
}
