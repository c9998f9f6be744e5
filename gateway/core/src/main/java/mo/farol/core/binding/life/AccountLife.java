package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.AccountCase;
import mo.farol.core.binding.AccountCases;
import mo.farol.core.binding.AccountLinks;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.AccountOwners;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.time.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** Links and unlinks accounts, each e-ID's in its own act. */
public final class AccountLife implements AccountLinks {
    private final EidLedger ledger;
    private final AccountCases cases;
    private final AccountOwners owners;
    private final Now now;
    private final Duration caseLife;

    /** @param caseLife how long a case waits for the second operator */
    public AccountLife(
            EidLedger ledger, AccountCases cases, AccountOwners owners, DatabaseTime time, Duration caseLife) {
        this.ledger = ledger;
        this.cases = cases;
        this.owners = owners;
        this.now = new Now(time);
        this.caseLife = caseLife;
    }

    @Override
    public Future<Answer<EidEvent>> link(
            OperatorCaller operator, long resident, AccountName account, RequestKey request) {
        return ledger.decide(resident, request, new AccountRule(act(operator, null), account))
                .map(Answers::of);
    }

    @Override
    public Future<Answer<AccountCase>> openCase(
            OperatorCaller operator, long resident, AccountName account, String reason, RequestKey request) {
        EidLedger.Rule rule = (eid, at) -> new Draft(act(operator, reason), eid, at)
                .event(EventKind.ACCOUNT_CASE, null, null)
                .ruling();
        return ledger.decide(resident, request, rule)
                .compose(entered -> Answers.ifDone(entered, done -> keep(operator, account, reason, done)));
    }

    /** The case is named by the event that opened it, so the same request asked again finds the same case. */
    private Future<Answer<AccountCase>> keep(
            OperatorCaller operator, AccountName account, String reason, Entered.Done done) {
        EidEvent event = done.event();
        AccountCase opened = new AccountCase(
                event.id(),
                account,
                event.resident(),
                operator.pseudonym(),
                reason,
                event.at().plus(caseLife));
        return cases.add(opened).map(added -> new Answer.Given<>(opened, done.replayed()));
    }

    @Override
    public Future<Answer<EidEvent>> approveCase(OperatorCaller operator, UUID accountCase, RequestKey request) {
        return cases.find(accountCase)
                .compose(found -> Answers.ifFound(
                        found, opened -> approve(new AccountReplacingRule(operator, opened), opened, request)));
    }

    private Future<Answer<EidEvent>> approve(AccountReplacingRule rule, AccountCase opened, RequestKey request) {
        return now.read()
                .compose(at -> taken(rule, opened, at))
                .compose(taken -> ledger.decide(opened.resident(), request, rule))
                .map(Answers::of);
    }

    /**
     * Takes the account from whoever has it, on that e-ID's own record. Should the rest not follow, it opens nothing until
     * somebody approves again.
     */
    private Future<Void> taken(AccountReplacingRule rule, AccountCase opened, Instant at) {
        if (rule.broken(at).isPresent()) {
            return Future.succeededFuture();
        }
        return owners.ownerOf(opened.account())
                .compose(owner -> owner.filter(row -> row != opened.resident())
                        .map(row -> ledger.decide(
                                        row,
                                        DerivedKey.of(List.of("account-case", opened.id(), row), List.of()),
                                        new AccountEndRule(rule.act(), Optional.of(opened.account())))
                                .<Void>mapEmpty())
                        .orElseGet(Future::succeededFuture));
    }

    @Override
    public Future<Answer<EidEvent>> unlink(
            OperatorCaller operator, long resident, Optional<AccountName> only, String reason, RequestKey request) {
        return ledger.decide(resident, request, new AccountEndRule(act(operator, reason), only))
                .map(Answers::of);
    }

    private static Act act(OperatorCaller operator, @Nullable String reason) {
        return Act.at(Channel.DSI_COUNTER, operator, reason);
    }
}
