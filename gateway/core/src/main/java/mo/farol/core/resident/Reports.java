package mo.farol.core.resident;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** "This was not me": a resident's report about an access record. It is stored, and mailed to the configured desk. */
public interface Reports {
    /** Unicode code points. */
    int LONGEST_TEXT = 1000;

    /**
     * @param accessRecord one's own or a current ward's
     * @param text what the resident wrote, at most 1,000 characters; sealed at rest
     * @return empty when the record is not theirs; the earlier report when there is one. Fails with
     *     {@link IllegalArgumentException} when the text is too long
     */
    Future<Optional<Report>> add(long resident, UUID accessRecord, String text);

    /** @param first false: it was reported already */
    record Report(UUID id, boolean first) {}
}
