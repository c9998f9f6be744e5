package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import mo.farol.api.operator.AccountCaseAnswer;
import mo.farol.api.operator.AccountCaseRequest;
import mo.farol.api.operator.AccountLinkAnswer;
import mo.farol.api.operator.AccountLinkRequest;
import mo.farol.api.operator.AccountUnlinkRequest;
import mo.farol.core.binding.AccountLinks;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.AccountOwners;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Nothing;
import mo.farol.server.eid.Receipts;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInOperator;
import org.jspecify.annotations.Nullable;

/** Whose account a sign-in is: linked, replaced by two officers, unlinked. */
final class AccountLinkRoutes implements Routes {
    private static final int LONGEST = 256;

    private final AccountLinks links;
    private final AccountOwners owners;
    private final People people;
    private final Replies replies;

    AccountLinkRoutes(AccountLinks links, AccountOwners owners, People people, Replies replies) {
        this.links = links;
        this.owners = owners;
        this.people = people;
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        mount(router, "/operator/v1/account-links", this::link);
        mount(router, "/operator/v1/account-cases", this::open);
        mount(router, "/operator/v1/account-cases/:id/approve", this::approve);
        mount(router, "/operator/v1/account-unlinks", this::unlink);
    }

    private static void mount(Router router, String path, Answering.Operation operation) {
        router.post(path).handler(OperatorGuards.REGISTRY).handler(Answering.by(operation));
    }

    private Future<Reply> link(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        RequestKey key = RequestKeys.ofOperator(ctx);
        AccountLinkRequest json = Bodies.read(ctx, AccountLinkRequest.class);
        People.Named person = People.one(json.idNumber(), json.eId());
        AccountName account = account(json.issuer(), json.subject());
        return people.row(person, operator)
                .compose(row -> links.link(operator, row, account, key))
                .compose(answer ->
                        replies.of(ctx, answer, 200, event -> new AccountLinkAnswer(event.eid(), Receipts.of(event))));
    }

    private Future<Reply> open(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        RequestKey key = RequestKeys.ofOperator(ctx);
        AccountCaseRequest json = Bodies.read(ctx, AccountCaseRequest.class);
        People.Named person = People.one(json.idNumber(), json.eId());
        AccountName account = account(json.issuer(), json.subject());
        String reason = Words.reason(json.reason());
        return people.row(person, operator)
                .compose(row -> links.openCase(operator, row, account, reason, key))
                .compose(answer -> replies.of(
                        ctx,
                        answer,
                        201,
                        opened -> new AccountCaseAnswer(opened.id(), MacauTime.of(opened.expires()))));
    }

    private Future<Reply> approve(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        UUID accountCase = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofOperator(ctx);
        Nothing.in(ctx);
        return links.approveCase(operator, accountCase, key).compose(answer -> replies.receipt(ctx, answer));
    }

    private Future<Reply> unlink(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        RequestKey key = RequestKeys.ofOperator(ctx);
        AccountUnlinkRequest json = Bodies.read(ctx, AccountUnlinkRequest.class);
        People.Named person = People.one(json.idNumber(), json.eId());
        boolean all = json.issuer() == null && json.subject() == null;
        Optional<AccountName> only = all ? Optional.empty() : Optional.of(account(json.issuer(), json.subject()));
        String reason = Words.reason(json.reason());
        return people.row(person, operator)
                .compose(row -> links.unlink(operator, row, only, reason, key))
                .compose(answer -> replies.receipt(ctx, answer));
    }

    private AccountName account(@Nullable String issuer, @Nullable String subject) throws RequestRefused {
        return owners.name(Words.said(issuer, LONGEST), Words.said(subject, LONGEST));
    }
}
