package mo.farol.server.eid;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LogProofs;
import mo.farol.core.accesslog.LoggedRecord;
import mo.farol.core.accesslog.tree.TilePath;

/** Has sealed {@link Samples#RECORD} of the parent, and not yet {@link Samples#EVENT}. */
public final class FakeLog implements LogProofs {
    /** A record that waits. */
    public static final UUID WAITS = Samples.EVENT;

    @Override
    public Future<Optional<String>> checkpoint() {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<byte[]>> tile(TilePath path) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Proof>> ofInstitution(UUID record, long institution) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Proof>> ofResident(UUID record, long resident) {
        if (resident != Samples.PARENT) {
            return Future.succeededFuture(Optional.empty());
        }
        if (record.equals(WAITS)) {
            return Future.succeededFuture(Optional.of(new Proof.NotSealedYet()));
        }
        return Future.succeededFuture(Optional.of(sealed(record)).filter(any -> record.equals(Samples.RECORD)));
    }

    private static Proof sealed(UUID record) {
        LoggedRecord logged = new LoggedRecord(
                EntryKind.ACCESS_RECORD,
                record,
                new byte[] {0, 1},
                new byte[32],
                Optional.of(new LoggedRecord.Subject(Samples.EVENT, Samples.PARENT, 7)));
        return new Proof.Sealed(logged, 5, List.of(new byte[32]), "eid.example.mo/log\n6\nAA==\n\n");
    }
}
