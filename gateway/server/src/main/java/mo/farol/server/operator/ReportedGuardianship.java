package mo.farol.server.operator;

import mo.farol.api.operator.GuardianshipEventRequest;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;

/** A guardianship event before it is known whose rows it is about. */
record ReportedGuardianship(
        People.Named minor, People.Named guardian, GuardianKind kind, boolean granted, String id, long sequence) {
    static ReportedGuardianship read(GuardianshipEventRequest json) throws RequestRefused {
        Boolean granted = json.granted();
        if (granted == null) {
            throw Bodies.invalid();
        }
        return new ReportedGuardianship(
                People.either(json.minor()),
                People.either(json.guardian()),
                Words.oneOf(GuardianKind.values(), json.kind()),
                granted,
                RegistryWords.eventId(json.id()),
                RegistryWords.sequence(json.sequence()));
    }

    GuardianshipEvent of(long minorRow, long guardianRow) {
        return new GuardianshipEvent(minorRow, guardianRow, kind, granted, id, sequence);
    }
}
