package mo.farol.server.auth;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.terminal.AssertionJtis;
import mo.farol.core.terminal.EnrolledTerminal;
import mo.farol.core.terminal.Terminals;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.limits.SignInLimits;
import mo.farol.token.crypto.Crypto;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which terminal asks for a token: cheap checks, then its enrolment, then its signature or certificate, then
 * the single use of the assertion, and only to a terminal that proved itself, whether it is suspended.
 */
final class SignIn {
    private static final String NOBODY = "no terminal is enrolled under this client id with this key or certificate";

    private final Crypto crypto;
    private final Terminals terminals;
    private final AssertionJtis jtis;
    private final String issuer;
    private final SignInLimits limits;

    SignIn(Crypto crypto, Terminals terminals, AssertionJtis jtis, String issuer, SignInLimits limits) {
        this.crypto = crypto;
        this.terminals = terminals;
        this.jtis = jtis;
        this.issuer = issuer;
        this.limits = limits;
    }

    /** @return fails with {@link SignInRefused}, with {@link RequestRefused} when it comes too often, or as the database does */
    Future<ProvenTerminal> prove(TokenRequest request, Optional<ClientCertificate> certificate, long nowSeconds) {
        if (request.assertion() != null) {
            return byAssertion(request, request.assertion(), nowSeconds);
        }
        if (request.clientId() != null && certificate.isPresent()) {
            return byCertificate(request.clientId(), certificate.get());
        }
        return Future.failedFuture(
                SignInRefused.invalidClient("a client assertion is missing, or a client certificate with client_id"));
    }

    private Future<ProvenTerminal> byAssertion(TokenRequest request, String text, long nowSeconds) {
        ClientAssertion assertion;
        try {
            assertion = ClientAssertion.read(text, issuer, nowSeconds);
        } catch (NotAccepted e) {
            return Future.failedFuture(SignInRefused.invalidClient("client_assertion: " + e.getMessage()));
        }
        if (request.clientId() != null && !request.clientId().equals(assertion.clientId())) {
            return Future.failedFuture(SignInRefused.invalidClient("client_id is not the assertion's subject"));
        }
        return terminals
                .byClientId(assertion.clientId())
                .compose(found -> signedBy(found, assertion))
                .compose(this::notTooOften)
                .compose(terminal -> jtis.firstUse(assertion.clientId(), assertion.jti(), assertion.expiry())
                        .compose(first -> first
                                ? Future.succeededFuture(terminal)
                                : refused("client_assertion: jti was used before")))
                .compose(terminal -> standing(terminal, null));
    }

    private Future<EnrolledTerminal> signedBy(Optional<EnrolledTerminal> found, ClientAssertion assertion) {
        String jwk = found.map(EnrolledTerminal::publicJwk).orElse(null);
        if (found.isEmpty() || jwk == null) {
            return refused(NOBODY);
        }
        try {
            assertion.verify(crypto, TerminalJwk.read(jwk));
            return Future.succeededFuture(found.get());
        } catch (NotAccepted e) {
            return refused(NOBODY);
        }
    }

    /** Asked of a terminal that proved itself only: nobody spends another's budget. */
    private Future<EnrolledTerminal> notTooOften(EnrolledTerminal terminal) {
        return limits.pauseOf(terminal.identity().terminal())
                .<Future<EnrolledTerminal>>map(
                        wait -> Future.failedFuture(new RequestRefused(ProblemCode.TOO_MANY_REQUESTS, wait)))
                .orElseGet(() -> Future.succeededFuture(terminal));
    }

    private Future<ProvenTerminal> byCertificate(String clientId, ClientCertificate certificate) {
        return terminals.byClientId(clientId).compose(found -> {
            String pinned = found.map(EnrolledTerminal::certificateSha256).orElse(null);
            return found.isPresent() && certificate.hex().equals(pinned)
                    ? notTooOften(found.get()).compose(terminal -> standing(terminal, certificate.thumbprint()))
                    : refused(NOBODY);
        });
    }

    private static Future<ProvenTerminal> standing(EnrolledTerminal terminal, @Nullable String thumbprint) {
        return terminal.suspended()
                .map(standing -> SignIn.<ProvenTerminal>refused(standing.code()))
                .orElseGet(() -> Future.succeededFuture(new ProvenTerminal(terminal.identity(), thumbprint)));
    }

    private static <T> Future<T> refused(String why) {
        return Future.failedFuture(SignInRefused.invalidClient(why));
    }
}
