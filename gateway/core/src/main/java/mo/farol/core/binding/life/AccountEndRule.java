package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldAccount;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;

/** Ends links of an e-ID. @param only empty: all of them */
record AccountEndRule(Act act, Optional<AccountName> only) implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        List<AccountName> ended = eid.accounts().stream()
                .filter(HeldAccount::linked)
                .map(HeldAccount::name)
                .filter(each -> only.map(each::isSame).orElse(true))
                .toList();
        if (ended.isEmpty()) {
            return act.refuse(EventKind.ACCOUNT_UNLINKED, null, BindingRefusal.NO_ACCOUNT_LINKED, null);
        }
        Draft draft = new Draft(act, eid, now)
                .event(EventKind.ACCOUNT_UNLINKED, null, Detail.of("accounts", String.valueOf(ended.size())))
                .tell(NoticeKind.ACCOUNT_UNLINKED);
        ended.forEach(each -> draft.change(new Change.UnlinkAccount(each)));
        return draft.ruling();
    }
}
