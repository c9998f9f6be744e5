package mo.farol.store.publickey;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.core.verification.PublicKeys;
import mo.farol.store.Store;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedPublicKeysTest {
    private final Vertx vertx = Vertx.vertx();
    private TestDatabase database;
    private Proxy proxy;
    private Store store;
    private World world;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        proxy = new Proxy(database.port());
        store = await(Store.open(vertx, database.config(proxy.port())));
        world = World.in(store, 31);
    }

    @AfterEach
    void close() {
        await(store.close());
        await(vertx.close());
        proxy.close();
        database.close();
    }

    @Test
    void findsABindingsKeyAndKeepsItWithoutTheDatabase() {
        Person person = world.person();
        assertThat(find(person.keyId())).contains(person.key());
        proxy.refuse(true);
        proxy.cut();
        assertThat(find(person.keyId())).contains(person.key());
        assertThatThrownBy(() -> find(new BindingKeyId(1))).hasCauseInstanceOf(ArbiterUnreachable.class);
    }

    @Test
    void findsAKeyThatWasUnknownAMomentAgo() {
        BindingKeyId later = new BindingKeyId(123456789);
        assertThat(find(later)).isEmpty();
        Person person = world.person();
        await(store.registry().bind(person.resident(), later, freshKey()));
        assertThat(find(later)).isPresent();
    }

    @Test
    void looksUpManyAtOnceInFewStatements() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(world.person());
        }
        List<Future<PublicKeys.Found>> found = new ArrayList<>();
        people.forEach(person -> found.add(store.publicKeys().find(person.keyId(), world.terminal())));
        for (int i = 0; i < 30; i++) {
            assertThat(await(found.get(i)).key()).contains(people.get(i).key());
        }
    }

    @Test
    void stopsATerminalThatAsksForUnknownKeysAndNoOther() {
        TerminalIdentity flooding = world.addTerminal("flooding");
        List<Future<PublicKeys.Found>> asked = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            asked.add(store.publicKeys().find(new BindingKeyId(i), flooding));
        }
        await(Future.join(asked).otherwiseEmpty());
        assertThat(asked.stream().filter(Future::failed))
                .isNotEmpty()
                .allSatisfy(refused -> assertThat(refused.cause()).isInstanceOf(PublicKeys.BudgetSpent.class));
        assertThat(find(world.person().keyId())).isPresent();
    }

    @Test
    void takesFromTheBudgetForAKnownKeyThatSignedNothing() {
        TerminalIdentity flooding = world.addTerminal("flooding");
        BindingKeyId known = world.person().keyId();
        assertThat(find(known)).isPresent();
        List<Future<Void>> asked = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            asked.add(store.publicKeys().lookUpAgain(known, flooding));
        }
        await(Future.join(asked).otherwiseEmpty());
        assertThat(asked.stream().filter(Future::failed))
                .isNotEmpty()
                .allSatisfy(refused -> assertThat(refused.cause()).isInstanceOf(PublicKeys.BudgetSpent.class));
    }

    private Optional<BindingPublicKey> find(BindingKeyId id) {
        return await(store.publicKeys().find(id, world.terminal())).key();
    }

    private static BindingPublicKey freshKey() {
        byte[] point = new byte[BindingPublicKey.LENGTH];
        point[0] = 4;
        point[1] = 99;
        return BindingPublicKey.of(point);
    }
}
