package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import mo.farol.api.operator.TerminalRequest;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInOperator;

/** {@code POST /operator/v1/terminals}: a terminal gets its place in an institution. */
final class EnrolRoutes implements Routes {
    private static final Pattern CLIENT_ID = Pattern.compile("[!-~]{1,128}");
    private static final Pattern CERTIFICATE = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_NAME = 200;

    private final Enrolments enrolments;
    private final OnceAnswered once;

    EnrolRoutes(Enrolments enrolments, OnceAnswered once) {
        this.enrolments = enrolments;
        this.once = once;
    }

    @Override
    public void mount(Router router) {
        router.post("/operator/v1/terminals").handler(OperatorGuards.REGISTRY).handler(Answering.by(this::enrol));
    }

    private Future<Reply> enrol(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        RequestKey key = RequestKeys.ofOperator(ctx);
        TerminalRequest json = Bodies.read(ctx, TerminalRequest.class);
        String name = Words.matching(CLIENT_ID, json.name());
        String institution = Words.said(json.institution(), LONGEST_NAME);
        String means = Words.said(json.means(), LONGEST_NAME);
        String jwk = json.publicJwk() == null ? null : EnrolledKey.json(json.publicJwk());
        String certificate =
                json.certificateSha256() == null ? null : Words.matching(CERTIFICATE, json.certificateSha256());
        if (jwk == null && certificate == null) {
            throw Bodies.invalid();
        }
        return once.answer(
                key,
                () -> named(enrolments.institution(institution), ProblemCode.INSTITUTION_UNKNOWN)
                        .compose(of -> named(enrolments.means(means), ProblemCode.MEANS_UNKNOWN)
                                .map(by -> new NewTerminal(of.row(), by.row(), name, jwk, certificate)))
                        .compose(terminal -> enrol(terminal, operator)));
    }

    private static Future<RegisteredName> named(Future<Optional<RegisteredName>> asked, ProblemCode otherwise) {
        return asked.compose(found ->
                found.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(new RequestRefused(otherwise))));
    }

    private Future<Reply> enrol(NewTerminal terminal, OperatorCaller by) {
        return enrolments
                .addTerminal(terminal, by)
                .map(false)
                .recover(why ->
                        why instanceof Enrolments.NameTaken ? Future.succeededFuture(true) : Future.failedFuture(why))
                .compose(taken -> enrolments.terminal(terminal.name()).compose(found -> reply(found, terminal, taken)));
    }

    /** Whoever lost the answer and asks another gateway is told that it was done, not that the name is taken. */
    private static Future<Reply> reply(Optional<RegisteredTerminal> found, NewTerminal wanted, boolean taken) {
        return found.filter(there -> isSame(there, wanted))
                .map(there -> Future.succeededFuture(new Reply(201, ShownEnrolments.terminal(there), taken)))
                .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.TERMINAL_EXISTS)));
    }

    private static boolean isSame(RegisteredTerminal there, NewTerminal wanted) {
        return there.institution().row() == wanted.institution()
                && there.means().row() == wanted.means()
                && Objects.equals(there.publicJwk(), wanted.publicJwk())
                && Objects.equals(there.certificateSha256(), wanted.certificateSha256());
    }
}
