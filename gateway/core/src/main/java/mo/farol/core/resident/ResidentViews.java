package mo.farol.core.resident;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.EidEvent;

/**
 * What a signed-in resident may see: their own, and of those they have authority over now. An e-ID that is neither is not
 * there: lists leave it out and look-ups are empty.
 */
public interface ResidentViews {
    /** A page holds 1 to this many, whatever is asked for. */
    int LARGEST_PAGE = 100;

    /** One's own first, then the current wards', eldest first. */
    Future<List<EidView>> eids(long resident);

    /** All bindings of an e-ID, newest first; empty when the e-ID is not theirs. */
    Future<Optional<List<BindingView>>> bindings(long resident, UUID eid);

    /** @param eid only of this e-ID; empty: of all of theirs */
    Future<Page<AccessRecordView>> accessRecords(long resident, Optional<UUID> eid, Optional<UUID> after, int atMost);

    Future<Page<EidEvent>> events(long resident, Optional<UUID> eid, Optional<UUID> after, int atMost);

    /** Of a child who is no longer a ward only what tells that it ended. */
    Future<Page<NoticeView>> notices(long resident, boolean unreadOnly, Optional<UUID> after, int atMost);

    /** @return false when there is no such notice of theirs */
    Future<Boolean> markRead(long resident, UUID notice);
}
