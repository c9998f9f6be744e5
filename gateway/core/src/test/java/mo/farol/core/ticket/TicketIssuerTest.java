package mo.farol.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.ticket.TicketLedger.Taken;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.CodeOpener;
import mo.farol.token.CodeParser;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.NotReadable;
import mo.farol.token.OpeningWay;
import mo.farol.token.TicketStatement;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketIssuerTest {
    private static final UUID BINDING = UUID.fromString("0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00");
    private static final long RESIDENT = 7;
    private static final long NOW = Deployment.NOW * 1000 + 500;

    private final Deployment town = new Deployment(Cryptos.NATIVE, 11);
    private final List<TicketLedger.Demand> demands = new ArrayList<>();
    private Taken taken = new Taken.Some(3, 40);
    private KeyRing ring = town.ring;
    private boolean uncertain;

    @ParameterizedTest
    @EnumSource(CodeType.class)
    void givesTicketsThatTheGatewayOpensWithoutKnowingThem(CodeType type) throws NotReadable {
        TicketsGiven.Given given = (TicketsGiven.Given) give(wish(type, 3, NOW));

        assertThat(given.epoch()).isEqualTo(TicketEpoch.of(type, Deployment.TODAY));
        assertThat(given.expires()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(given.left()).isEqualTo(40);
        assertThat(given.tickets()).hasSize(3);
        for (Recipient.Ticket ticket : given.tickets()) {
            String code = town.minter.mint(type, town.phone, town.keyId, ticket, Deployment.NOW, 1);
            assertThat(new CodeOpener(town.crypto)
                            .open(CodeParser.parse(code), ring)
                            .way())
                    .isEqualTo(OpeningWay.TICKET);
        }
    }

    @Test
    void makesNoTwoAlike() {
        taken = new Taken.Some(100, 0);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            for (Recipient.Ticket each : ((TicketsGiven.Given) give(wish(CodeType.EID, 100, NOW))).tickets()) {
                seen.add(HexFormat.of().formatHex(each.ticket()));
                seen.add(HexFormat.of().formatHex(each.contentKey()));
            }
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void asksTheLedgerForTheDayOfTheKeysAndUsesUpWhatWasSigned() {
        give(wish(CodeType.CLEARANCE, 50, NOW - 1000));

        assertThat(demands).singleElement().satisfies(demand -> {
            assertThat(demand.binding()).isEqualTo(5);
            assertThat(demand.day()).isEqualTo(Deployment.TODAY);
            assertThat(demand.count()).isEqualTo(50);
            assertThat(demand.perDay()).isEqualTo(500);
            assertThat(demand.signed())
                    .isEqualTo(TicketStatement.bytes(town.keyId, CodeType.CLEARANCE, NOW - 1000, 50));
            assertThat(demand.forgetAfter())
                    .isAfter(Instant.ofEpochMilli(NOW).plus(TicketRules.FRESH).plus(Duration.ofHours(1)));
        });
    }

    @Test
    void saysWhatTheLedgerSays() {
        taken = new Taken.NotActive();
        assertThat(give(wish(CodeType.EID, 1, NOW))).isEqualTo(new TicketsGiven.NotActive());
        taken = new Taken.UsedBefore();
        assertThat(give(wish(CodeType.EID, 1, NOW))).isEqualTo(new TicketsGiven.UsedBefore());
        taken = new Taken.NoneLeft();
        TicketsGiven.NoneLeft none = (TicketsGiven.NoneLeft) give(wish(CodeType.EID, 1, NOW));
        assertThat(none.untilTomorrow())
                .isBetween(Duration.ofHours(24), Duration.ofHours(24).plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_001, 60_001, -NOW, Long.MAX_VALUE - NOW})
    void takesNoSignatureThatIsOldOrAhead(long apart) {
        assertThat(give(wish(CodeType.EID, 1, NOW + apart))).isEqualTo(new TicketsGiven.NotFresh());
        assertThat(demands).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 0, 60_000})
    void takesASignatureAMinuteOff(long apart) {
        assertThat(give(wish(CodeType.EID, 1, NOW + apart))).isInstanceOf(TicketsGiven.Given.class);
    }

    @Test
    void takesNoSignatureOfAnotherKeyNorForAnythingElse() {
        PhoneKey other = PhoneKey.generate(town.crypto, new Random(3));
        byte[] statement = TicketStatement.bytes(town.keyId, CodeType.EID, NOW, 1);
        byte[] right = town.phone.sign(statement);
        for (TicketWish wrong : List.of(
                new TicketWish(BINDING, CodeType.EID, 1, NOW, other.sign(statement)),
                new TicketWish(BINDING, CodeType.CLEARANCE, 1, NOW, right),
                new TicketWish(BINDING, CodeType.EID, 2, NOW, right),
                new TicketWish(BINDING, CodeType.EID, 1, NOW + 1, right),
                new TicketWish(BINDING, CodeType.EID, 1, NOW, new byte[64]))) {
            assertThat(give(wrong)).isEqualTo(new TicketsGiven.SignatureInvalid());
        }
        assertThat(demands).isEmpty();
    }

    @Test
    void knowsNoBindingOfSomebodyElse() {
        assertThat(issuer(new TicketRules(true, 500))
                        .give(8, wish(CodeType.EID, 1, NOW))
                        .result())
                .isEqualTo(new TicketsGiven.Unknown());
    }

    @Test
    void offersNoneWhereTheyAreTurnedOffOrTheDayHasNoKeyInUse() {
        TicketWish wish = wish(CodeType.EID, 1, NOW);
        assertThat(issuer(TicketRules.DEFAULTS).give(RESIDENT, wish).result()).isEqualTo(new TicketsGiven.NotOffered());
        ring = town.ring.withoutTicketsBefore(Deployment.TODAY.plusDays(1));
        assertThat(give(wish)).isEqualTo(new TicketsGiven.NotOffered());
        ring = town.ring;
        LocalDate retired = Deployment.TODAY.minusDays(40);
        long then = retired.toEpochDay() * 86_400_000 + 5;
        TicketIssuer late = new TicketIssuer(
                new TicketRules(true, 500),
                new TicketIssuer.Ports(new OneBinding(), () -> ring, () -> then, town.crypto),
                new Random(2));
        assertThat(late.give(RESIDENT, wish(CodeType.EID, 1, then)).result()).isEqualTo(new TicketsGiven.NotOffered());
        assertThat(demands).isEmpty();
    }

    @Test
    void givesNothingWhileTheTimeIsUncertain() {
        uncertain = true;
        Future<TicketsGiven> given = issuer(new TicketRules(true, 500)).give(RESIDENT, wish(CodeType.EID, 1, NOW));
        assertThat(given.cause()).isInstanceOf(DatabaseTime.UncertainTime.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void cannotBeConfiguredOutOfBounds(int perDay) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TicketRules(true, perDay));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void cannotBeAskedForMoreThanABatch(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketWish(BINDING, CodeType.EID, count, NOW, new byte[64]));
    }

    @Test
    void printsNoTicketAndNoSignature() {
        TicketWish wish = wish(CodeType.EID, 3, NOW);
        assertThat(wish + " " + give(wish)).isEqualTo("TicketWish[redacted] Given[3, redacted]");
    }

    private TicketsGiven give(TicketWish wish) {
        Future<TicketsGiven> given = issuer(new TicketRules(true, 500)).give(RESIDENT, wish);
        assertThat(given.succeeded()).isTrue();
        return given.result();
    }

    private TicketIssuer issuer(TicketRules rules) {
        return new TicketIssuer(
                rules,
                new TicketIssuer.Ports(new OneBinding(), () -> ring, this::millis, town.crypto),
                new Random(demands.size()));
    }

    private TicketWish wish(CodeType type, int count, long signedAt) {
        byte[] statement = TicketStatement.bytes(town.keyId, type, signedAt, count);
        return new TicketWish(BINDING, type, count, signedAt, town.phone.sign(statement));
    }

    private long millis() throws DatabaseTime.UncertainTime {
        if (uncertain) {
            throw new DatabaseTime.UncertainTime();
        }
        return NOW;
    }

    private final class OneBinding implements TicketLedger {
        @Override
        public Future<Optional<Holder>> holder(long resident, UUID binding) {
            return Future.succeededFuture(Optional.of(new Holder(5, town.keyId, town.phone.publicKey()))
                    .filter(holder -> resident == RESIDENT && binding.equals(BINDING)));
        }

        @Override
        public Future<Taken> take(Demand demand) {
            demands.add(demand);
            return Future.succeededFuture(taken);
        }
    }
}
