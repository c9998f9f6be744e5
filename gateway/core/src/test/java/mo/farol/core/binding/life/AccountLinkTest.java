package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Life.OFFICER;
import static mo.farol.core.binding.life.Life.SECOND_OFFICER;
import static mo.farol.core.binding.life.Life.done;
import static mo.farol.core.binding.life.Life.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.AccountLinks;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.memory.MemoryAccounts;
import org.junit.jupiter.api.Test;

/** Whoever opens an e-ID can unbind and suspend it and read its history: so no operator changes that alone and unseen. */
class AccountLinkTest {
    private static final Duration CASE_LIFE = Duration.ofMinutes(30);
    private static final OperatorCaller THIRD_OFFICER = new OperatorCaller("officer-c");

    private final Life life = new Life();
    private final MemoryAccounts accounts = new MemoryAccounts(life.people);
    private final AccountLinks links = new AccountLife(life.ledger, accounts, accounts, life.clock, CASE_LIFE);
    private final long anna = life.adult();
    private final long rui = life.adult();
    private final AccountName hers = accounts.name("one-account", "anna");
    private final AccountName other = accounts.name("one-account", "other");

    private Answer<EidEvent> link(long resident, AccountName account) {
        return done(links.link(OFFICER, resident, account, life.request()));
    }

    private UUID open(long resident, AccountName account) {
        return given(links.openCase(OFFICER, resident, account, "new_account", life.request()))
                .id();
    }

    private Answer<EidEvent> approve(OperatorCaller operator, UUID opened) {
        return done(links.approveCase(operator, opened, life.request()));
    }

    private Optional<Long> owner(AccountName account) {
        return life.people.ownerOf(account);
    }

    @Test
    void aFirstLinkByOneOperatorIsRecordedAndTold() {
        EidEvent event = given(link(anna, hers));
        assertThat(owner(hers)).contains(anna);
        assertThat(event.event().kind()).isEqualTo(EventKind.ACCOUNT_LINKED);
        assertThat(event.event().actor()).isEqualTo(new Actor.Operator(List.of("officer-a")));
        assertThat(life.toldOf(NoticeKind.ACCOUNT_LINKED)).containsExactly(anna);
    }

    @Test
    void aChildsLinkIsToldToTheParentsToo() {
        long child = life.minor(anna);
        given(link(child, hers));
        assertThat(life.toldOf(NoticeKind.ACCOUNT_LINKED)).containsExactlyInAnyOrder(child, anna);
    }

    @Test
    void theSameLinkAgainChangesNothingAndTellsNobody() {
        given(link(anna, hers));
        given(link(anna, hers));
        assertThat(life.people.eid(anna).accounts()).hasSize(1);
        assertThat(life.toldOf(NoticeKind.ACCOUNT_LINKED)).hasSize(1);
    }

    @Test
    void anotherIssuersAccountIsAFirstOfItsOwn() {
        given(link(anna, hers));
        given(link(anna, accounts.name("dsi-web", "anna")));
        assertThat(life.people.eid(anna).accounts()).hasSize(2);
    }

    @Test
    void oneOperatorReplacesNoLinkNotEvenByEndingItFirst() {
        given(link(anna, hers));
        assertThat(life.refused(link(anna, other))).isEqualTo(BindingRefusal.SECOND_OFFICER_REQUIRED);
        assertThat(life.refused(link(rui, hers))).isEqualTo(BindingRefusal.ACCOUNT_LINKED_ELSEWHERE);

        given(links.unlink(OFFICER, anna, Optional.empty(), "stolen", life.request()));
        assertThat(life.refused(link(anna, other))).isEqualTo(BindingRefusal.SECOND_OFFICER_REQUIRED);
        assertThat(life.refused(link(anna, hers))).isEqualTo(BindingRefusal.SECOND_OFFICER_REQUIRED);
        assertThat(life.refused(link(rui, hers))).isEqualTo(BindingRefusal.ACCOUNT_LINKED_ELSEWHERE);
        assertThat(owner(hers)).isEmpty();
        assertThat(owner(other)).isEmpty();
    }

    @Test
    void twoOperatorsReplaceALinkAndWhatItWasIsTold() {
        given(link(anna, hers));
        EidEvent event = given(approve(SECOND_OFFICER, open(anna, other)));
        assertThat(owner(other)).contains(anna);
        assertThat(owner(hers)).isEmpty();
        assertThat(event.event().actor()).isEqualTo(new Actor.Operator(List.of("officer-a", "officer-b")));
        assertThat(event.event().reason()).isEqualTo("new_account");
        assertThat(life.toldOf(NoticeKind.ACCOUNT_LINKED)).containsExactly(anna, anna);
        assertThat(life.toldOf(NoticeKind.ACCOUNT_UNLINKED)).containsExactly(anna);
        assertThat(life.lastEvent().event().kind()).isEqualTo(EventKind.ACCOUNT_UNLINKED);
    }

    @Test
    void twoOperatorsMoveAnAccountAndBothPeopleAreTold() {
        given(link(anna, hers));
        given(approve(SECOND_OFFICER, open(rui, hers)));
        assertThat(owner(hers)).contains(rui);
        assertThat(life.toldOf(NoticeKind.ACCOUNT_UNLINKED)).containsExactly(anna);
        assertThat(life.toldOf(NoticeKind.ACCOUNT_LINKED)).containsExactly(anna, rui);
    }

    @Test
    void oneOperatorAloneClosesNoCaseAndTouchesNobody() {
        given(link(anna, hers));
        UUID opened = open(rui, hers);
        assertThat(life.refused(approve(OFFICER, opened))).isEqualTo(BindingRefusal.SAME_OPERATOR);
        life.clock.pass(CASE_LIFE);
        assertThat(life.refused(approve(SECOND_OFFICER, opened))).isEqualTo(BindingRefusal.CASE_CLOSED);
        assertThat(owner(hers)).contains(anna);
        assertThat(life.toldOf(NoticeKind.ACCOUNT_UNLINKED)).isEmpty();
    }

    @Test
    void aCaseIsClosedOnce() {
        UUID opened = open(anna, hers);
        given(approve(SECOND_OFFICER, opened));
        given(links.unlink(OFFICER, anna, Optional.of(hers), "stolen", life.request()));
        assertThat(life.refused(approve(THIRD_OFFICER, opened))).isEqualTo(BindingRefusal.CASE_CLOSED);
        assertThat(owner(hers)).isEmpty();
    }

    @Test
    void anUnlinkEndsOneOrAllWithAReasonAndIsTold() {
        AccountName web = accounts.name("dsi-web", "anna");
        given(link(anna, hers));
        given(link(anna, web));
        EidEvent event = given(links.unlink(OFFICER, anna, Optional.of(web), "not_theirs", life.request()));
        assertThat(event.event().reason()).isEqualTo("not_theirs");
        assertThat(owner(hers)).contains(anna);
        assertThat(owner(web)).isEmpty();
        assertThat(life.toldOf(NoticeKind.ACCOUNT_UNLINKED)).containsExactly(anna);

        given(links.unlink(OFFICER, anna, Optional.empty(), "not_theirs", life.request()));
        assertThat(owner(hers)).isEmpty();
        assertThat(life.refused(done(links.unlink(OFFICER, anna, Optional.empty(), "not_theirs", life.request()))))
                .isEqualTo(BindingRefusal.NO_ACCOUNT_LINKED);
    }
}
