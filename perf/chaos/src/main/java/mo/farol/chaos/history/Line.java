package mo.farol.chaos.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a history. Times are the harness's monotonic clock, in nanoseconds, unless said otherwise. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Line.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Line.Owner.class, name = "owner"),
    @JsonSubTypes.Type(value = Line.Granted.class, name = "granted"),
    @JsonSubTypes.Type(value = Line.Challenged.class, name = "challenged"),
    @JsonSubTypes.Type(value = Line.Before.class, name = "before"),
    @JsonSubTypes.Type(value = Line.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Line.Invoke.class, name = "invoke"),
    @JsonSubTypes.Type(value = Line.Reply.class, name = "answer"),
    @JsonSubTypes.Type(value = Line.FaultMark.class, name = "fault"),
    @JsonSubTypes.Type(value = Line.Rewound.class, name = "rewound"),
    @JsonSubTypes.Type(value = Line.Redeemed.class, name = "redeemed"),
    @JsonSubTypes.Type(value = Line.Recorded.class, name = "recorded"),
    @JsonSubTypes.Type(value = Line.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Line.Logged.class, name = "logged")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Line {
    /**
     * The first line.
     *
     * @param seed what {@code --seed} takes to draw this schedule again
     * @param schedule what was done when, in words
     * @param at the monotonic clock when the schedule began
     * @param databaseMicros the database's clock at that moment, microseconds since 1970
     */
    record Start(
            long seed, boolean quick, List<String> schedule, Map<String, String> versions, long at, long databaseMicros)
            implements Line {}

    /**
     * Whose key, and what their fields are, as a quiet gateway told one question after the other.
     *
     * @param resident the resident's number
     * @param fields by {@code institution/field} the first 16 bytes of the value's SHA-256, in hex
     */
    record Owner(int resident, String key, Map<String, String> fields) implements Line {}

    /**
     * What may be released.
     *
     * @param fields names
     * @param always names of what is asked for in any case, because a person compares it
     */
    record Granted(String institution, String purpose, List<String> fields, List<String> always) implements Line {}

    /** A challenge, as the phone read it: what its owner was shown. @param id 32 hex digits */
    record Challenged(String id, String terminal, String purpose) implements Line {}

    /** A code that was accepted in an earlier schedule of the run, and may be shown again in this one. */
    record Before(CodeId code, String terminal, String key, String receipt) implements Line {}

    /** A binding whose end was acknowledged in an earlier schedule. @param atMicros by the database's clock, since 1970 */
    record Ended(String key, long atMicros) implements Line {}

    /** @param op unlike any other of this history */
    record Invoke(long op, long at, Question question) implements Line {}

    /** An op without this line was still under way when the history ended. */
    record Reply(long op, long at, Answer answer) implements Line {}

    /**
     * @param step {@code begins}, {@code stands}, {@code heals}, {@code healed}, {@code postgres_up} or {@code healthy}
     * @param fault its kind; with nodes and lengths in {@code about}
     */
    record FaultMark(long at, String step, String fault, String about, List<Integer> nodes) implements Line {}

    /** The database went back: what it acknowledged in between is gone, and known to be. Microseconds since 1970. */
    record Rewound(long fromMicros, long toMicros) implements Line {}

    /**
     * A redemption in the end.
     *
     * @param keyHash SHA-256 of the winner's Idempotency-Key, hex
     */
    record Redeemed(CodeId code, String attempt, String terminal, String keyHash, boolean voided) implements Line {}

    /**
     * An access record in the end.
     *
     * @param atMicros microseconds since 1970, the database's clock
     * @param outcome 1 verified, 2 check_manually, 3 refused
     * @param key the binding's key id; null when none was proven
     * @param request SHA-256 of the request's body, hex
     */
    record Recorded(
            String attempt,
            long atMicros,
            int outcome,
            int why,
            String terminal,
            @Nullable String key,
            String request,
            List<String> released,
            int tries)
            implements Line {}

    /** A binding in the end. @param status 1 active, 2 suspended, 3 superseded, 4 unbound */
    record Held(long resident, String key, int status) implements Line {}

    /**
     * What the public log does not hold as it should in the end, of all records before its last entry.
     *
     * @param missing records that it passed over
     * @param altered entries that are no record's leaf
     * @param disordered entries before which a later transaction's stands
     */
    record Logged(long missing, long altered, long disordered) implements Line {}
}
