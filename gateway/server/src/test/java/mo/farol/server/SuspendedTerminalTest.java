package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A token outlives the terminal's right to use it by up to ten minutes; the gateway does not wait for that. */
class SuspendedTerminalTest {
    @Test
    void isTurnedAwayBeforeAnythingIsRead() throws Exception {
        try (TestGateway gateway = new TestGateway()) {
            HttpCaller caller = new HttpCaller(gateway.api());
            String token = json(caller.signIn(new AssertionMaker(gateway.terminal, gateway.config.issuer()).right()))
                    .getString("access_token");
            await(gateway.store.registry().suspendTerminal(gateway.terminalRow, true));

            HttpResponse<String> verification = caller.post(
                    "/v1/verifications",
                    "{\"code\":\"no code at all\",\"purpose\":\"" + TestGateway.PURPOSE + "\"}",
                    "Authorization",
                    "Bearer " + token,
                    "Idempotency-Key",
                    UUID.randomUUID().toString(),
                    "Content-Type",
                    "application/json");
            HttpResponse<String> receipt =
                    caller.get("/v1/receipts/" + UUID.randomUUID(), "Authorization", "Bearer " + token);

            assertThat(verification.statusCode()).isEqualTo(403);
            assertThat(verification.body()).contains("\"code\":\"terminal_suspended\"");
            assertThat(receipt.statusCode()).isEqualTo(403);
            assertThat(receipt.body()).contains("\"code\":\"terminal_suspended\"");
        }
    }

    @Test
    void aTerminalMaySignInAgainAndAgainUpToItsBudgetAndNoOtherPaysForIt() throws Exception {
        try (TestGateway gateway = new TestGateway()) {
            HttpCaller caller = new HttpCaller(gateway.api());
            AssertionMaker assertions = new AssertionMaker(gateway.terminal, gateway.config.issuer());
            AssertionMaker forged =
                    new AssertionMaker(TestGateway.newTerminalKey(TestGateway.TERMINAL), gateway.config.issuer());
            for (int i = 0; i < 100; i++) {
                assertThat(caller.signIn(forged.right()).statusCode()).isEqualTo(401);
            }
            HttpResponse<String> last = caller.signIn(assertions.right());
            assertThat(last.statusCode()).as("forgeries spend nobody's budget").isEqualTo(200);
            for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
                last = caller.signIn(assertions.right());
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            TerminalKeyed other = new TerminalKeyed(gateway);
            assertThat(caller.signIn(other.assertions.right()).statusCode()).isEqualTo(200);
        }
    }

    /** Another terminal of the same institution. */
    private static final class TerminalKeyed {
        private final AssertionMaker assertions;

        TerminalKeyed(TestGateway gateway) {
            var key = TestGateway.newTerminalKey("counter-2");
            gateway.addTerminal(key, null);
            assertions = new AssertionMaker(key, gateway.config.issuer());
        }
    }
}
