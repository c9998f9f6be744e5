package mo.farol.store.ticket;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.ticket.TicketLedger;
import mo.farol.core.ticket.TicketLedger.Demand;
import mo.farol.core.ticket.TicketLedger.Taken;
import mo.farol.store.Store;
import mo.farol.store.testing.OpenTown;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class TicketLedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final int PER_DAY = 500;

    private final TestServer server;
    private final AtomicLong signatures = new AtomicLong();
    private OpenTown town;
    private TicketLedger ledger;
    private Town.Person owner;
    private long binding;

    TicketLedgerTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        town = new OpenTown(server);
        ledger = town.store().ticketLedger();
        owner = town.town().adult();
        binding = town.town().bind(owner, "Phone", "X1");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void knowsWhoseKeyMustSignAndNoBindingOfSomebodyElse() {
        UUID handle = handle();
        Optional<TicketLedger.Holder> found = await(ledger.holder(owner.row(), handle));
        assertThat(found).hasValueSatisfying(holder -> {
            assertThat(holder.row()).isEqualTo(binding);
            assertThat(holder.keyId().value())
                    .isEqualTo(town.town().number("SELECT key_id FROM binding WHERE id = " + binding));
        });
        assertThat(await(ledger.holder(town.town().adult().row(), handle))).isEmpty();
        assertThat(await(ledger.holder(owner.row(), UUID.randomUUID()))).isEmpty();
    }

    @Test
    void givesAsManyAsAreLeftAndThenNoneThatDay() {
        assertThat(take(100)).isEqualTo(new Taken.Some(100, 400));
        for (int left = 300; left >= 100; left -= 100) {
            assertThat(take(100)).isEqualTo(new Taken.Some(100, left));
        }
        assertThat(take(40)).isEqualTo(new Taken.Some(40, 60));
        assertThat(take(100)).isEqualTo(new Taken.Some(60, 0));
        assertThat(take(1)).isEqualTo(new Taken.NoneLeft());
        assertThat(given()).isEqualTo(PER_DAY);

        Demand tomorrow = demand(1, DAY.plusDays(1), PER_DAY);
        assertThat(await(ledger.take(tomorrow))).isEqualTo(new Taken.Some(1, 499));
    }

    @Test
    void countsEachBindingForItself() {
        assertThat(take(100)).isEqualTo(new Taken.Some(100, 400));
        binding = town.town().bind(town.town().adult(), "Phone", "X1");
        assertThat(take(100)).isEqualTo(new Taken.Some(100, 400));
    }

    @Test
    void goesByTheSmallerNumberOnceTheLimitWasLowered() {
        assertThat(take(100)).isEqualTo(new Taken.Some(100, 400));
        assertThat(await(ledger.take(demand(1, DAY, 50)))).isEqualTo(new Taken.NoneLeft());
        assertThat(await(ledger.take(demand(10, DAY, 105)))).isEqualTo(new Taken.Some(5, 0));
        binding = town.town().bind(town.town().adult(), "Phone", "X1");
        assertThat(await(ledger.take(demand(100, DAY, 30)))).isEqualTo(new Taken.Some(30, 0));
    }

    @Test
    void takesWhatWasSignedOnceOnWhicheverNode() {
        Store there = town.anotherNode();
        Demand demand = demand(10, DAY, PER_DAY);
        assertThat(await(ledger.take(demand))).isEqualTo(new Taken.Some(10, 490));
        assertThat(await(ledger.take(demand))).isEqualTo(new Taken.UsedBefore());
        assertThat(await(there.ticketLedger().take(demand))).isEqualTo(new Taken.UsedBefore());
        assertThat(given()).isEqualTo(10);
        await(there.close());
    }

    @Test
    void usesASignatureUpThatGotNone() {
        Demand none = demand(1, DAY, 1);
        assertThat(await(ledger.take(demand(1, DAY, 1)))).isEqualTo(new Taken.Some(1, 0));
        assertThat(await(ledger.take(none))).isEqualTo(new Taken.NoneLeft());
        assertThat(await(ledger.take(none))).isEqualTo(new Taken.UsedBefore());
    }

    @ParameterizedTest
    @EnumSource(
            value = BindingStatus.class,
            names = {"SUSPENDED", "SUPERSEDED", "UNBOUND"})
    void givesNoneToABindingThatIsSuspendedOrEnded(BindingStatus status) {
        town.town().status(binding, status);
        assertThat(take(1)).isEqualTo(new Taken.NotActive());
        assertThat(town.town().number("SELECT count(*) FROM ticket_count")).isZero();
        assertThat(town.town().number("SELECT count(*) FROM used_once")).isZero();
    }

    @Test
    void givesNoMoreWhenTwoNodesAreAskedAtOnce() {
        Store there = town.anotherNode();
        List<Future<Taken>> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.add(ledger.take(demand(30, DAY, PER_DAY)));
            asked.add(there.ticketLedger().take(demand(30, DAY, PER_DAY)));
        }
        int all = 0;
        for (Future<Taken> each : asked) {
            all += await(each) instanceof Taken.Some some ? some.count() : 0;
        }
        assertThat(all).isEqualTo(PER_DAY);
        assertThat(given()).isEqualTo(PER_DAY);
        await(there.close());
    }

    @Test
    void takesOneSignatureOnceWhenTwoNodesAreAskedAtOnce() {
        Store there = town.anotherNode();
        for (int round = 1; round <= 20; round++) {
            Demand demand = demand(1, DAY, PER_DAY);
            Future<Taken> here = ledger.take(demand);
            Future<Taken> elsewhere = there.ticketLedger().take(demand);
            assertThat(List.of(await(here), await(elsewhere)))
                    .containsExactlyInAnyOrder(new Taken.Some(1, PER_DAY - round), new Taken.UsedBefore());
        }
        await(there.close());
    }

    @Test
    void cannotBeMadeToCountMoreThanThereMayBe() {
        take(100);
        assertThatThrownBy(() -> town.database().execute("UPDATE ticket_count SET given = 501"))
                .hasMessageContaining("ticket_count_given_check");
    }

    private Taken take(int count) {
        return await(ledger.take(demand(count, DAY, PER_DAY)));
    }

    private Demand demand(int count, LocalDate day, int perDay) {
        byte[] signed = ByteBuffer.allocate(Long.BYTES)
                .putLong(signatures.incrementAndGet())
                .array();
        return new Demand(binding, day, count, perDay, signed, Instant.parse("2099-01-01T00:00:00Z"));
    }

    private UUID handle() {
        return UUID.fromString(
                Objects.requireNonNull(town.database().text("SELECT handle::text FROM binding WHERE id = " + binding)));
    }

    private long given() {
        return town.town().number("SELECT given FROM ticket_count WHERE day = '" + DAY + "' AND binding = " + binding);
    }
}
