package mo.farol.core.resident;

import java.time.Instant;
import java.util.UUID;
import mo.farol.core.binding.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its recipient sees it.
 *
 * @param eid the handle of the e-ID it is about
 * @param self whether that is the recipient's own
 * @param event the event it tells of: the reference
 * @param institution the institution's public name where it is about one
 */
public record NoticeView(
        UUID id,
        NoticeKind kind,
        Instant at,
        UUID eid,
        boolean self,
        @Nullable UUID event,
        @Nullable String institution,
        @Nullable Instant readAt) {}
