package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.operator.AccountLinkAnswer;
import mo.farol.api.operator.AccountLinkRequest;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.resident.Accounts;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;

/** {@code POST /operator/v1/account-links}: whose account a sign-in is. */
final class AccountLinkRoutes implements Routes {
    private static final int LONGEST = 256;

    private final Accounts accounts;
    private final People people;
    private final OnceAnswered once;

    AccountLinkRoutes(Accounts accounts, People people, OnceAnswered once) {
        this.accounts = accounts;
        this.people = people;
        this.once = once;
    }

    @Override
    public void mount(Router router) {
        router.post("/operator/v1/account-links")
                .handler(OperatorGuards.REGISTRY)
                .handler(Answering.by(this::link));
    }

    private Future<Reply> link(RoutingContext ctx) throws RequestRefused {
        RequestKey key = RequestKeys.ofOperator(ctx);
        AccountLinkRequest json = Bodies.read(ctx, AccountLinkRequest.class);
        People.Named person = People.one(json.idNumber(), json.eId());
        String issuer = Words.said(json.issuer(), LONGEST);
        String subject = Words.said(json.subject(), LONGEST);
        return once.answer(
                key,
                () -> people.eid(person)
                        .compose(eid -> accounts.link(issuer, subject, eid.resident())
                                .map(linked -> Reply.ok(new AccountLinkAnswer(eid.handle()))))
                        .recover(AccountLinkRoutes::refusal));
    }

    private static Future<Reply> refusal(Throwable why) {
        return Future.failedFuture(
                why instanceof Accounts.LinkedToAnother
                        ? new RequestRefused(ProblemCode.ACCOUNT_LINKED_ELSEWHERE)
                        : why);
    }
}
