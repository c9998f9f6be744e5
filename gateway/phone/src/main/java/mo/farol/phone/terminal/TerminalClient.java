package mo.farol.phone.terminal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.WireJson;
import mo.farol.api.log.RecordProof;
import mo.farol.api.problem.ProblemCode;
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
    private static final String RECEIPT = "farol-receipt+jws";

    private final TerminalSession session;
    private final SignedStatements statements;

    /**
     * @param issuer the deployment's issuer, the one audience of this terminal's assertions
     * @param language the language of advice, such as {@code zh-Hant}, {@code pt} or {@code en}
     */
    public TerminalClient(
            TerminalKey terminal, String issuer, GatewayAddresses gateways, Transport transport, String language) {
        this.session = new TerminalSession(terminal, issuer, gateways, transport, language);
        this.statements = new SignedStatements(transport, gateways);
    }

    /** Asks under a fresh Idempotency-Key. */
    public Answer verify(VerificationRequest question) throws IOException, SignInRefused, InterruptedException {
        return verify(question, UUID.randomUUID().toString());
    }

    /** @param idempotencyKey the same for the same question asked again, and for no other */
    public Answer verify(VerificationRequest question, String idempotencyKey)
            throws IOException, SignInRefused, InterruptedException {
        return Answer.of(session.post("/v1/verifications", WireJson.write(question), idempotencyKey));
    }

    /**
     * Fetches a receipt again and checks its signature.
     *
     * @return its signed claims
     * @throws IOException when there is no such receipt of this institution, or no gateway answers
     */
    public Map<String, Object> receipt(String id)
            throws IOException, SignInRefused, SignedStatements.NotGenuine, InterruptedException {
        Reply reply = session.get("/v1/receipts/" + id);
        if (reply.status() != 200) {
            throw new IOException("no receipt: status " + reply.status());
        }
        return statements.claims(reply.json().path("jws").asText(), RECEIPT);
    }

    /**
     * Fetches the proof that a receipt's record is in the public log.
     *
     * @return empty while the log's next checkpoint is not out: ask again in a few seconds
     * @throws IOException when there is no such receipt of this institution, or no gateway answers
     */
    public Optional<RecordProof> proof(String receipt) throws IOException, SignInRefused, InterruptedException {
        Reply reply = session.get("/log/proof/" + receipt);
        if (reply.status() == 200) {
            try {
                return Optional.of(WireJson.read(reply.body(), RecordProof.class));
            } catch (InvalidJson e) {
                throw new IOException("not a proof", e);
            }
        }
        if (reply.json().path("code").asText().equals(ProblemCode.NOT_SEALED_YET.code())) {
            return Optional.empty();
        }
        throw new IOException("no proof: status " + reply.status());
    }

    /** The claims of a receipt that came with an answer, its signature checked. */
    public Map<String, Object> check(SignedReceipt receipt)
            throws IOException, SignedStatements.NotGenuine, InterruptedException {
        return statements.claims(receipt.jws(), RECEIPT);
    }

    /** This terminal's access token, for callers that build requests themselves. */
    public String accessToken() throws IOException, SignInRefused, InterruptedException {
        return session.accessToken();
    }

    @Override
    public void close() {
        session.close();
    }
}
