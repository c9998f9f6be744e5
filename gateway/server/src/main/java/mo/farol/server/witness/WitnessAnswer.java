package mo.farol.server.witness;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.CosignatureKey;
import mo.farol.server.outgoing.BoundedAnswer;

/** What a witness answered to {@code add-checkpoint}. */
sealed interface WitnessAnswer {
    /** It has seen this checkpoint, and nothing against it. */
    record Cosigned(String line) implements WitnessAnswer {}

    /** It has seen this many entries, and was sent a proof from another size. */
    record HasSize(long size) implements WitnessAnswer {}

    /** It has seen another log. */
    record Differs() implements WitnessAnswer {}

    /** @throws UnusableAnswer when it is none of these */
    static WitnessAnswer read(BoundedAnswer answer, AddCheckpoint sent, CosignatureKey key) throws UnusableAnswer {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        Checkpoint checkpoint = sent.newer().checkpoint();
        return switch (answer.status()) {
            case 200 ->
                key.find(body, checkpoint)
                        .map(Cosigned::new)
                        .orElseThrow(() -> new UnusableAnswer("it answered without a cosignature by its key"));
            case 409 -> conflict(answer, body, sent.older(), checkpoint.size());
            // It verified our proof against the very size that we sent it from.
            case 422 -> new Differs();
            case 403 -> throw new UnusableAnswer("it does not know the log's key (403)");
            case 404 -> throw new UnusableAnswer("it does not know the log's origin (404)");
            default -> throw new UnusableAnswer("it answered " + answer.status());
        };
    }

    private static WitnessAnswer conflict(BoundedAnswer answer, String body, long older, long newer)
            throws UnusableAnswer {
        OptionalLong size = answer.mediaType().equals("text/x.tlog.size") ? size(body) : OptionalLong.empty();
        if (size.isPresent() && size.getAsLong() != older) {
            return new HasSize(size.getAsLong());
        }
        if (older == newer) {
            // The sizes are equal, so it is the roots that are not.
            return new Differs();
        }
        throw new UnusableAnswer("it answered 409 without the size that it has seen");
    }

    private static OptionalLong size(String body) {
        return body.matches("(0|[1-9][0-9]{0,17})\n")
                ? OptionalLong.of(Long.parseLong(body.strip()))
                : OptionalLong.empty();
    }
}
