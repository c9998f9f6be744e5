package mo.farol.core.notice;

import java.time.Instant;
import java.util.UUID;
import mo.farol.core.binding.NoticeKind;
import org.jspecify.annotations.Nullable;

/** A mail that is to be sent. It may be sent twice, never not at all, as long as it is not given up. It never prints. */
public sealed interface DueMail {
    /** Names the mail, the same at every try: the Message-ID is made of it. */
    UUID id();

    /**
     * A notice to a resident.
     *
     * @param address their e-mail address
     * @param self whether it is about their own e-ID, not a child's
     * @param reference the event's id, as on the receipt
     * @param institution its public name where the notice is about one
     */
    record OfNotice(
            UUID id,
            String address,
            PreferredLanguage language,
            NoticeKind kind,
            Instant at,
            boolean self,
            @Nullable UUID reference,
            @Nullable String institution)
            implements DueMail {
        @Override
        public String toString() {
            return "OfNotice[" + kind + "]";
        }
    }

    /**
     * "This was not me", for the desk that looks into it.
     *
     * @param record the access record reported
     * @param at when it was reported
     * @param text what the resident wrote
     */
    record OfReport(UUID id, UUID record, Instant at, String institution, String text) implements DueMail {
        @Override
        public String toString() {
            return "OfReport[" + id + "]";
        }
    }
}
