package mo.farol.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import mo.farol.api.problem.ProblemCode;

/** The required {@code Idempotency-Key} header: once, 1 to {@value #LONGEST} visible ASCII characters. */
public final class IdempotencyKey {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 128;

    private IdempotencyKey() {}

    public static String of(HttpServerRequest request) throws RequestRefused {
        List<String> values = request.headers().getAll(HEADER);
        if (values.size() != 1 || !isWellFormed(values.getFirst())) {
            throw new RequestRefused(ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
        }
        return values.getFirst();
    }

    private static boolean isWellFormed(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }
}
