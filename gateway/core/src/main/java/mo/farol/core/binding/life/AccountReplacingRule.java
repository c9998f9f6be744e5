package mo.farol.core.binding.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.AccountCase;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldAccount;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.OnceKind;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.Ruling;

/** Links an account by the word of two operators; what the e-ID had at that issuer opens it no longer. */
record AccountReplacingRule(OperatorCaller second, AccountCase opened) implements EidLedger.Rule {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    @Override
    public Ruling on(Eid eid, Instant now) {
        return broken(now)
                .map(why -> act().refuse(EventKind.ACCOUNT_LINKED, null, why, null))
                .orElseGet(() -> replace(eid, now));
    }

    /** Why this operator may not close the case now. */
    Optional<BindingRefusal> broken(Instant now) {
        return Condition.unless(!second.pseudonym().equals(opened.openedBy()), BindingRefusal.SAME_OPERATOR)
                .or(() -> Condition.unless(now.isBefore(opened.expires()), BindingRefusal.CASE_CLOSED));
    }

    private Ruling replace(Eid eid, Instant now) {
        Draft draft = new Draft(act(), eid, now)
                .event(EventKind.ACCOUNT_LINKED, null, null)
                .change(new Change.UseOnce(
                        OnceKind.ACCOUNT_CASE,
                        OnceKind.key(opened.id()),
                        opened.expires().plus(REMEMBERED)))
                .tell(NoticeKind.ACCOUNT_LINKED);
        List<HeldAccount> there = eid.accounts().stream()
                .filter(each -> each.linked() && opened.account().mayShareIssuer(each.name()))
                .toList();
        there.stream()
                .filter(each -> !opened.account().isSame(each.name()))
                .forEach(each -> draft.event(EventKind.ACCOUNT_UNLINKED, null, null)
                        .change(new Change.UnlinkAccount(each.name()))
                        .tell(NoticeKind.ACCOUNT_UNLINKED));
        if (there.stream().noneMatch(each -> opened.account().isSame(each.name()))) {
            draft.change(new Change.LinkAccount(opened.account(), true));
        }
        return draft.ruling();
    }

    /** Both operators, as what either of them does to another e-ID for this case has them too. */
    Act act() {
        Actor both = new Actor.Operator(List.of(opened.openedBy(), second.pseudonym()));
        return new Act(Channel.DSI_COUNTER, both, opened.reason());
    }
}
