package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.BANK_TOO;
import static mo.farol.core.verification.Rig.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import mo.farol.core.policy.Grant;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.CodeType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories over two gateways: scans, rescans, honest retries, late and lost announcements, outages. */
class SeededHistoryTest {
    private static final int HISTORIES = 100;
    private static final int STEPS = 150;

    @Test
    void acceptsEachCodeOnceAndTakesNoAnswerBack() {
        Set<Class<?>> seen = new HashSet<>();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            new History(seed, seen).run();
        }
        assertThat(seen)
                .as("the histories reach every way to end")
                .contains(
                        Outcome.Verified.class,
                        Outcome.Refused.class,
                        Outcome.RefusedAgain.class,
                        Outcome.KeyReused.class,
                        Outcome.Unavailable.class);
    }

    private record Accepted(VerificationRequest by, long atSecond) {}

    /** One history and what must hold after each of its steps. */
    private static final class History {
        private final long seed;
        private final Set<Class<?>> seen;
        private final Random random;
        private final Rig rig = new Rig();
        private final List<VerificationRequest> asked = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final Map<String, Long> mintedAt = new HashMap<>();
        private final Map<String, Accepted> accepted = new HashMap<>();
        private int keys;

        History(long seed, Set<Class<?>> seen) {
            this.seed = seed;
            this.seen = seen;
            this.random = new Random(seed);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(4) == 0) {
                    rig.deliver();
                }
                rig.time.pass(Duration.ofMillis(random.nextInt(2_500)));
                boolean outage = random.nextInt(12) == 0;
                if (outage) {
                    rig.arbiter.script.add(redemption -> Future.succeededFuture(new Decision.Unavailable()));
                }
                VerificationRequest request = request();
                Outcome outcome = random.nextBoolean() ? rig.verify(request) : rig.verifyThere(request);
                rig.arbiter.script.clear();
                seen.add(outcome.getClass());
                check(request, outcome);
                asked.add(request);
            }
        }

        private VerificationRequest request() {
            if (!asked.isEmpty() && random.nextInt(3) == 0) {
                return asked.get(random.nextInt(asked.size()));
            }
            if (codes.isEmpty() || random.nextInt(4) == 0) {
                long iat = rig.time.seconds() - random.nextInt(30);
                codes.add(rig.mint(CodeType.EID, iat));
                mintedAt.put(codes.getLast(), iat);
            }
            // The last few codes are scanned again and again.
            String code = codes.get(Math.max(0, codes.size() - 1 - random.nextInt(3)));
            TerminalIdentity terminal = random.nextInt(4) == 0 ? BANK_TOO : BANK;
            Grant grant = random.nextInt(8) == 0 ? COUNTER : ACCOUNT;
            String key = random.nextInt(20) == 0 && keys > 0 ? "k" + random.nextInt(keys) : "k" + keys++;
            return Rig.ask(terminal, key, code, grant);
        }

        private void check(VerificationRequest request, Outcome outcome) {
            Accepted before = accepted.get(request.code());
            boolean retry = before != null && isSame(before.by(), request);
            switch (outcome) {
                case Outcome.Verified verified when verified.replayed() -> require(retry, "another's answer", request);
                case Outcome.Verified verified -> {
                    require(before == null, "accepted twice", request);
                    accepted.put(request.code(), new Accepted(request, rig.time.seconds()));
                }
                case Outcome.Refused refused -> checkRefusal(refused.why().refusal(), before, retry, request);
                case Outcome.RefusedAgain refused -> checkRefusal(refused.why().refusal(), before, retry, request);
                case Outcome.KeyReused reused -> require(hasOtherBody(request), "called reuse and was not", request);
                case Outcome.Unavailable unavailable -> require(true, "", request);
                default -> fail("seed %d: %s", seed, outcome);
            }
        }

        private void checkRefusal(
                Refusal refusal, @Nullable Accepted before, boolean retry, VerificationRequest request) {
            long age = rig.time.seconds() - mintedAt.getOrDefault(request.code(), 0L);
            require(!retry || age > 160, "an honest retry refused", request);
            if (refusal == Refusal.ALREADY_USED) {
                require(before != null, "called used and was not", request);
            } else {
                require(refusal == Refusal.EXPIRED && age >= 45, "refused as " + refusal + " at " + age, request);
            }
        }

        private boolean hasOtherBody(VerificationRequest request) {
            return asked.stream()
                    .anyMatch(other -> other.terminal().equals(request.terminal())
                            && other.idempotencyKey().equals(request.idempotencyKey())
                            && !isSame(other, request));
        }

        private static boolean isSame(VerificationRequest a, VerificationRequest b) {
            return a.terminal().equals(b.terminal())
                    && a.idempotencyKey().equals(b.idempotencyKey())
                    && Arrays.equals(a.bodyHash(), b.bodyHash());
        }

        private void require(boolean holds, String violation, VerificationRequest request) {
            if (!holds) {
                fail("seed %d after %d steps: %s (%s)", seed, asked.size(), violation, request.idempotencyKey());
            }
        }
    }
}
