package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mo.farol.core.binding.AccountCase;
import mo.farol.core.binding.AccountLinks;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.binding.life.AccountLife;
import mo.farol.core.resident.Accounts;
import mo.farol.store.Store;
import mo.farol.store.testing.OpenTown;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.Town.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class AccountsTest {
    private static final OperatorCaller OFFICER = new OperatorCaller("officer-a");
    private static final OperatorCaller SECOND = new OperatorCaller("officer-b");
    private static final Random RANDOM = new Random(8);
    private static final String ISSUER = "https://id.example.test";

    private final TestServer server;
    private OpenTown open;
    private Accounts accounts;

    AccountsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        open = new OpenTown(server);
        accounts = open.store().accounts();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void findsTheResidentOfALinkedAccountAndNobodyElse() {
        Person person = open.town().adult();
        assertThat(await(accounts.residentOf(ISSUER, "ana"))).isEmpty();
        await(accounts.link(ISSUER, "ana", person.row()));
        assertThat(await(accounts.residentOf(ISSUER, "ana"))).contains(person.row());
        assertThat(await(accounts.residentOf(ISSUER, "Ana"))).isEmpty();
        assertThat(await(accounts.residentOf(ISSUER + "/", "ana"))).isEmpty();
    }

    @Test
    void neverGivesALinkToAnotherResident() {
        Person first = open.town().adult();
        Person second = open.town().adult();
        await(accounts.link(ISSUER, "ana", first.row()));
        await(accounts.link(ISSUER, "ana", first.row()));
        assertThatThrownBy(() -> await(accounts.link(ISSUER, "ana", second.row())))
                .hasCauseInstanceOf(Accounts.LinkedToAnother.class);
        assertThat(await(accounts.residentOf(ISSUER, "ana"))).contains(first.row());
        await(accounts.link(ISSUER, "ana's other", first.row()));
        assertThat(await(accounts.residentOf(ISSUER, "ana's other"))).contains(first.row());
    }

    @Test
    void linksToNobodyThatIsNotThere() {
        assertThatThrownBy(() -> await(accounts.link(ISSUER, "ana", Long.MAX_VALUE)))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(await(accounts.residentOf(ISSUER, "ana"))).isEmpty();
    }

    @Test
    void letsOneOfTwoNodesThatLinkTheSameAccountAtOnceWin() {
        Store other = open.anotherNode();
        for (int round = 0; round < 20; round++) {
            List<Future<Void>> links = new ArrayList<>();
            Person first = open.town().adult();
            Person second = open.town().adult();
            String subject = "subject " + round;
            links.add(accounts.link(ISSUER, subject, first.row()));
            links.add(other.accounts().link(ISSUER, subject, second.row()));
            await(Future.join(links).otherwiseEmpty());
            assertThat(links.stream().filter(Future::succeeded)).hasSize(1);
            long winner = links.getFirst().succeeded() ? first.row() : second.row();
            assertThat(await(accounts.residentOf(ISSUER, subject))).contains(winner);
            assertThat(await(other.accounts().residentOf(ISSUER, subject))).contains(winner);
        }
        await(other.close());
    }

    @Test
    void seesAtOnceALinkThatAnotherNodeMade() {
        Store other = open.anotherNode();
        Person person = open.town().adult();
        assertThat(await(accounts.residentOf(ISSUER, "late"))).isEmpty();
        await(other.accounts().link(ISSUER, "late", person.row()));
        assertThat(await(accounts.residentOf(ISSUER, "late"))).contains(person.row());
        await(other.close());
    }

    @Test
    void forgetsAtOnceALinkThatAnotherNodeEnded() {
        Store other = open.anotherNode();
        Person person = open.town().adult();
        await(accounts.link(ISSUER, "ana", person.row()));
        assertThat(await(accounts.residentOf(ISSUER, "ana"))).contains(person.row());
        AccountLinks links = links(other);
        assertThat(await(links.unlink(OFFICER, person.row(), Optional.empty(), "stolen", request())))
                .isInstanceOf(Answer.Given.class);
        assertThat(await(accounts.residentOf(ISSUER, "ana"))).isEmpty();
        await(other.close());
    }

    @Test
    void keepsWhatOneOfficerMayNotReplaceAlsoAfterItEnded() {
        AccountLinks links = links(open.store());
        AccountName account = accounts.name(ISSUER, "ana");
        AccountName fresh = accounts.name(ISSUER, "ana's other");
        Person first = open.town().adult();
        Person second = open.town().adult();
        assertThat(await(links.link(OFFICER, first.row(), account, request()))).isInstanceOf(Answer.Given.class);
        assertThat(await(links.link(OFFICER, first.row(), accounts.name(ISSUER + "/web", "ana"), request())))
                .isInstanceOf(Answer.Given.class);
        assertRefused(links.link(OFFICER, second.row(), account, request()), BindingRefusal.ACCOUNT_LINKED_ELSEWHERE);
        assertRefused(links.link(OFFICER, first.row(), fresh, request()), BindingRefusal.SECOND_OFFICER_REQUIRED);
        await(links.unlink(OFFICER, first.row(), Optional.of(account), "stolen", request()));
        assertRefused(links.link(OFFICER, second.row(), account, request()), BindingRefusal.ACCOUNT_LINKED_ELSEWHERE);
        assertRefused(links.link(OFFICER, first.row(), fresh, request()), BindingRefusal.SECOND_OFFICER_REQUIRED);
    }

    @Test
    void twoOfficersMoveAnAccountFromOneToAnother() {
        AccountLinks links = links(open.store());
        AccountName account = accounts.name(ISSUER, "ana");
        Person first = open.town().adult();
        Person second = open.town().adult();
        await(links.link(OFFICER, first.row(), account, request()));
        AccountCase opened = ((Answer.Given<AccountCase>)
                        await(links.openCase(OFFICER, second.row(), account, "wrong_person", request())))
                .value();
        assertRefused(links.approveCase(OFFICER, opened.id(), request()), BindingRefusal.SAME_OPERATOR);
        assertThat(await(accounts.ownerOf(account))).contains(first.row());
        assertThat(await(links.approveCase(SECOND, opened.id(), request()))).isInstanceOf(Answer.Given.class);
        assertThat(await(accounts.ownerOf(account))).contains(second.row());
        assertRefused(links.approveCase(SECOND, opened.id(), request()), BindingRefusal.CASE_CLOSED);
        assertThat(open.town().number("SELECT count(*) FROM notice WHERE kind = 17 AND resident = " + first.row()))
                .isOne();
        assertThat(open.town()
                        .number("SELECT count(*) FROM eid_event WHERE kind = 13 AND cardinality(by_names) = 2"
                                + " AND reason = 'wrong_person' AND resident = " + first.row()))
                .isOne();
    }

    @Test
    void letsOneOfTwoOfficersWhoLinkTheSameAccountAtOnceWin() {
        Store other = open.anotherNode();
        for (int round = 0; round < 20; round++) {
            AccountName account = accounts.name(ISSUER, "subject " + round);
            List<Future<Answer<EidEvent>>> tries = List.of(
                    links(open.store()).link(OFFICER, open.town().adult().row(), account, request()),
                    links(other).link(SECOND, open.town().adult().row(), account, request()));
            await(Future.all(tries));
            assertThat(tries.stream().map(Future::result).filter(Answer.Given.class::isInstance))
                    .hasSize(1);
        }
        await(other.close());
    }

    private AccountLinks links(Store store) {
        return new AccountLife(
                store.eidLedger(), store.accountCases(), store.accounts(), store.time(), Duration.ofMinutes(30));
    }

    private static RequestKey request() {
        byte[] scope = new byte[32];
        RANDOM.nextBytes(scope);
        return new RequestKey(scope, new byte[32]);
    }

    private static void assertRefused(Future<Answer<EidEvent>> answer, BindingRefusal why) {
        assertThat(await(answer))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
