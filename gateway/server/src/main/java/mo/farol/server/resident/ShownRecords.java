package mo.farol.server.resident;

import mo.farol.api.resident.AccessRecord;
import mo.farol.core.resident.AccessRecordView;
import mo.farol.server.eid.Base64Text;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Words;

/** What residents are shown of an access record. */
final class ShownRecords {
    private ShownRecords() {}

    static AccessRecord of(AccessRecordView read) {
        return new AccessRecord(
                read.id(),
                read.eid(),
                Words.label(read.kind()),
                MacauTime.of(read.at()),
                read.institution(),
                read.terminal(),
                read.purpose(),
                read.place(),
                read.lane(),
                read.reason(),
                read.staff(),
                read.requested().wireNames(),
                read.released().wireNames(),
                read.outcome(),
                read.code(),
                read.tries(),
                read.policyVersion(),
                Base64Text.url(read.leafHash()));
    }
}
