package mo.farol.server.log;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import mo.farol.api.log.RecordProof;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.accesslog.LogProofs.Proof;
import mo.farol.core.accesslog.LoggedRecord;
import mo.farol.server.eid.Base64Text;
import mo.farol.server.eid.Reply;
import mo.farol.server.http.RequestRefused;

/** A proof as it is answered. */
public final class ProofReply {
    /** By then the next checkpoint is out. */
    private static final Duration NEXT_CHECKPOINT = Duration.ofSeconds(2);

    private ProofReply() {}

    /** @param found empty: there is no such record for who asks */
    public static Future<Reply> of(Optional<Proof> found) {
        if (found.isEmpty()) {
            return Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND));
        }
        return switch (found.get()) {
            case Proof.NotSealedYet waits ->
                Future.failedFuture(new RequestRefused(ProblemCode.NOT_SEALED_YET, NEXT_CHECKPOINT));
            case Proof.Sealed sealed -> Future.succeededFuture(Reply.ok(body(sealed)));
        };
    }

    private static RecordProof body(Proof.Sealed sealed) {
        LoggedRecord record = sealed.record();
        return new RecordProof(
                record.id(),
                Base64Text.url(record.bytes()),
                Base64Text.url(record.salt()),
                Base64Text.url(record.leaf()),
                sealed.index(),
                sealed.path().stream().map(Base64Text::url).toList(),
                sealed.checkpoint(),
                record.subject()
                        .map(who -> new RecordProof.Subject(who.salt(), who.resident(), who.binding()))
                        .orElse(null));
    }
}
