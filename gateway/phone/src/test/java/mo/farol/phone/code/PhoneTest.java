package mo.farol.phone.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.token.CodeOpener;
import mo.farol.token.CodeParser;
import mo.farol.token.CodeType;
import mo.farol.token.Deployment;
import mo.farol.token.GenuineCode;
import mo.farol.token.NotReadable;
import mo.farol.token.OpenedCode;
import mo.farol.token.OpeningWay;
import mo.farol.token.SignatureVerifier;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.Test;

class PhoneTest {
    private final Deployment gateway = new Deployment(Crypto.preferred().crypto(), 7);
    private final TicketPocket pocket = new TicketPocket();
    private final BoundEid eid = new BoundEid(gateway.keyId, gateway.phone);
    private final Phone phone = new Phone(
            gateway.minter,
            new CodeKeys(Map.of(
                    CodeType.EID, key(CodeType.EID),
                    CodeType.CLEARANCE, key(CodeType.CLEARANCE))),
            pocket,
            new CountersInMemory(),
            Clock.fixed(Instant.ofEpochSecond(Deployment.NOW), ZoneOffset.UTC));

    @Test
    void makesACodeByATicketOnceAndThenByHpke() throws NotReadable {
        pocket.add(eid.id(), List.of(ticket(CodeType.EID)));
        assertThat(genuine(phone.code(eid, CodeType.EID)).way()).isEqualTo(OpeningWay.TICKET);
        assertThat(genuine(phone.code(eid, CodeType.EID)).way()).isEqualTo(OpeningWay.HPKE);
    }

    @Test
    void takesNoTicketOfAnotherTypeBindingOrDay() throws NotReadable {
        pocket.add(eid.id(), List.of(ticket(CodeType.CLEARANCE), ofAnotherDay()));
        pocket.add(new mo.farol.token.BindingKeyId(99), List.of(ticket(CodeType.EID)));
        assertThat(genuine(phone.code(eid, CodeType.EID)).way()).isEqualTo(OpeningWay.HPKE);
        assertThat(genuine(phone.code(eid, CodeType.CLEARANCE)).way()).isEqualTo(OpeningWay.TICKET);
    }

    @Test
    void countsWhatIsGoodForCodesOfOneTypeOnOneDay() {
        pocket.add(eid.id(), List.of(ticket(CodeType.EID), ticket(CodeType.EID), ticket(CodeType.CLEARANCE)));
        pocket.add(eid.id(), List.of(ofAnotherDay()));
        assertThat(pocket.count(eid.id(), CodeType.EID, Deployment.TODAY)).isEqualTo(2);
        assertThat(pocket.count(eid.id(), CodeType.CLEARANCE, Deployment.TODAY)).isOne();
        phone.code(eid, CodeType.EID);
        assertThat(pocket.count(eid.id(), CodeType.EID, Deployment.TODAY)).isOne();
        assertThat(pocket.count(new mo.farol.token.BindingKeyId(99), CodeType.EID, Deployment.TODAY))
                .isZero();
    }

    @Test
    void throwsTheOldestTicketsAwayWhenItGetsTooMany() {
        Recipient.Ticket first = ticket(CodeType.EID);
        Recipient.Ticket second = ticket(CodeType.EID);
        pocket.add(eid.id(), List.of(first));
        for (int i = 0; i < 500; i++) {
            pocket.add(eid.id(), List.of(second));
        }
        for (int i = 0; i < 500; i++) {
            assertThat(pocket.take(eid.id(), CodeType.EID, Deployment.TODAY)).containsSame(second);
        }
        assertThat(pocket.take(eid.id(), CodeType.EID, Deployment.TODAY)).isEmpty();
    }

    private OpenedCode genuine(String code) throws NotReadable {
        OpenedCode opened = new CodeOpener(gateway.crypto).open(CodeParser.parse(code), gateway.ring);
        Optional<GenuineCode> genuine =
                new SignatureVerifier(gateway.crypto).verify(opened, Optional.of(gateway.phone.publicKey()));
        assertThat(genuine).isPresent();
        return opened;
    }

    private Recipient.GatewayKey key(CodeType type) {
        return (Recipient.GatewayKey) gateway.gatewayKey(type);
    }

    private Recipient.Ticket ticket(CodeType type) {
        return (Recipient.Ticket) gateway.ticket(type);
    }

    private Recipient.Ticket ofAnotherDay() {
        return (Recipient.Ticket) gateway.ticket(TicketEpoch.of(CodeType.EID, Deployment.TODAY.minusDays(40)));
    }
}
