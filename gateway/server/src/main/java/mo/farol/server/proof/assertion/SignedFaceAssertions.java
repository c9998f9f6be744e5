package mo.farol.server.proof.assertion;

import io.vertx.core.Future;
import java.util.UUID;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.FaceCheck;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.proof.FaceAssertions;

/**
 * Face assertions as compact JWS. Beside the envelope: {@code sub} is the e-ID handle of whose face was compared,
 * {@code challenge} the binding challenge, {@code purpose}, {@code liveness} and {@code likeness} from 0 to 1.
 */
public final class SignedFaceAssertions implements FaceAssertions {
    private final AssertionReader reader;
    private final Eids eids;

    public SignedFaceAssertions(AssertionReader reader, Eids eids) {
        this.reader = reader;
        this.eids = eids;
    }

    @Override
    public Future<FaceCheck> read(String compactJws) {
        return reader.read(compactJws).compose(this::check);
    }

    private Future<FaceCheck> check(Envelope envelope) {
        try {
            StrictClaims claims = envelope.claims();
            UUID person = claims.uuid("sub");
            FaceCheck unnamed = new FaceCheck(
                    0,
                    claims.uuid("challenge"),
                    claims.text("purpose"),
                    claims.unit("liveness"),
                    claims.unit("likeness"),
                    envelope.id(),
                    envelope.expires());
            return eids.byHandle(person)
                    .map(found -> found.map(eid -> of(eid, unnamed)).orElse(unnamed));
        } catch (NotAccepted e) {
            return AssertionReader.refused(e);
        }
    }

    private static FaceCheck of(Eid eid, FaceCheck check) {
        return new FaceCheck(
                eid.resident(),
                check.challenge(),
                check.purpose(),
                check.liveness(),
                check.likeness(),
                check.id(),
                check.expires());
    }
}
