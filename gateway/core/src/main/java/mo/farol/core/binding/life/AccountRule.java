package mo.farol.core.binding.life;

import java.time.Instant;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldAccount;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;

/** Links an e-ID's first account at an issuer, by the word of one operator. */
record AccountRule(Act act, AccountName account) implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        Draft draft = new Draft(act, eid, now);
        if (eid.accounts().stream()
                .anyMatch(each -> each.linked() && each.name().isSame(account))) {
            return draft.event(EventKind.ACCOUNT_LINKED, null, Detail.of("changed", "nothing"))
                    .ruling();
        }
        // One that was ended counts too: or to unlink and to link would be to replace.
        boolean first = eid.accounts().stream().map(HeldAccount::name).noneMatch(account::mayShareIssuer);
        return first
                ? draft.event(EventKind.ACCOUNT_LINKED, null, null)
                        .change(new Change.LinkAccount(account, false))
                        .tell(NoticeKind.ACCOUNT_LINKED)
                        .ruling()
                : act.refuse(EventKind.ACCOUNT_LINKED, null, BindingRefusal.SECOND_OFFICER_REQUIRED, null);
    }
}
