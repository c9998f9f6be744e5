package mo.farol.phone.terminal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.SignedReceipt;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.http.Transport;

/**
 * The reference terminal. Safe for use by many threads; every call blocks, so use virtual threads for many at once.
 *
 * <p>A question is asked again under its Idempotency-Key when no answer came, at the next gateway if there is one:
 * whatever happened to the first try, the answer is the one true answer.
 */
public final class TerminalClient implements AutoCloseable {
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(20);

    private static final String RECEIPT = "farol-receipt+jws";

    private final Transport transport;
    private final SignedStatements statements;
    private final AccessTokens tokens;
    private final HonestRetry retry;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String language;

    /**
     * @param issuer the deployment's issuer, the one audience of this terminal's assertions
     * @param language the language of advice, such as {@code zh-Hant}, {@code pt} or {@code en}
     */
    public TerminalClient(
            TerminalKey terminal, String issuer, GatewayAddresses gateways, Transport transport, String language) {
        this.transport = transport;
        this.statements = new SignedStatements(transport, gateways);
        this.tokens = new AccessTokens(
                transport, new ClientAssertions(terminal, issuer, Clock.systemUTC()), Clock.systemUTC());
        this.retry = new HonestRetry(gateways, GIVE_UP_AFTER, closed);
        this.language = language;
    }

    /** Asks under a fresh Idempotency-Key. */
    public Answer verify(VerificationRequest question) throws IOException, SignInRefused, InterruptedException {
        return verify(question, UUID.randomUUID().toString());
    }

    /** @param idempotencyKey the same for the same question asked again, and for no other */
    public Answer verify(VerificationRequest question, String idempotencyKey)
            throws IOException, SignInRefused, InterruptedException {
        byte[] body = WireJson.write(question);
        return Answer.of(retry.until(gateway -> signedIn(
                gateway,
                token -> HttpRequest.newBuilder(gateway.resolve("/v1/verifications"))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Accept-Language", language)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)))));
    }

    /**
     * Fetches a receipt again and checks its signature.
     *
     * @return its signed claims
     * @throws IOException when there is no such receipt of this institution, or no gateway answers
     */
    public Map<String, Object> receipt(String id)
            throws IOException, SignInRefused, SignedStatements.NotGenuine, InterruptedException {
        Reply reply = retry.until(gateway -> signedIn(
                gateway,
                token -> HttpRequest.newBuilder(gateway.resolve("/v1/receipts/" + id))
                        .header("Authorization", "Bearer " + token)));
        if (reply.status() != 200) {
            throw new IOException("no receipt: status " + reply.status());
        }
        return statements.claims(reply.json().path("jws").asText(), RECEIPT);
    }

    /** The claims of a receipt that came with an answer, its signature checked. */
    public Map<String, Object> check(SignedReceipt receipt)
            throws IOException, SignedStatements.NotGenuine, InterruptedException {
        return statements.claims(receipt.jws(), RECEIPT);
    }

    /** This terminal's access token, for callers that build requests themselves. */
    public String accessToken() throws IOException, SignInRefused, InterruptedException {
        return retry.reachable(tokens::token);
    }

    private Reply signedIn(URI gateway, Request request) throws IOException, SignInRefused, InterruptedException {
        String token = tokens.token(gateway);
        Reply reply = transport.send(request.with(token));
        if (reply.status() != 401) {
            return reply;
        }
        // The gateway may have lost or rotated its keys since: sign in once more before believing it.
        tokens.forget(token);
        return transport.send(request.with(tokens.token(gateway)));
    }

    @Override
    public void close() {
        closed.countDown();
        transport.close();
    }

    private interface Request {
        HttpRequest.Builder with(String token);
    }
}
