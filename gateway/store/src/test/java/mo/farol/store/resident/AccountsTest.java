package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
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
    void asksTheDatabaseOnceForALinkThatItFound() {
        Person person = open.town().adult();
        await(accounts.link(ISSUER, "ana", person.row()));
        await(accounts.residentOf(ISSUER, "ana"));
        open.town().execute("DELETE FROM resident_account");
        assertThat(await(accounts.residentOf(ISSUER, "ana"))).contains(person.row());
        assertThat(await(accounts.residentOf(ISSUER, "another"))).isEmpty();
    }
}
