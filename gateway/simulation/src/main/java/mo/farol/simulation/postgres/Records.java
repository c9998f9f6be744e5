package mo.farol.simulation.postgres;

import org.jspecify.annotations.Nullable;

/** Makes access records of requests. */
final class Records {
    private Records() {}

    static RecordRow refused(Batch.Request request, Tables tables, long atMillis, int why, int tries) {
        return row(request, tables, atMillis, 0, RecordRow.REFUSED, why, tries);
    }

    static RecordRow verified(Batch.Request request, Tables tables, long atMillis, int released) {
        return row(request, tables, atMillis, released, RecordRow.VERIFIED, 0, 1);
    }

    private static RecordRow row(
            Batch.Request request, Tables tables, long atMillis, int released, int outcome, int why, int tries) {
        @Nullable BindingRow binding = tables.binding(request.number("key_id"));
        return new RecordRow(
                request.attempt(),
                atMillis,
                binding == null ? 0 : binding.resident(),
                request.number("institution"),
                request.number("terminal"),
                request.number("purpose"),
                request.number("policy_version"),
                (int) request.number("requested"),
                released,
                outcome,
                why,
                tries,
                request.bytes("request_hash"));
    }
}
