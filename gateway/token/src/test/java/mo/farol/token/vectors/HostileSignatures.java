package mo.farol.token.vectors;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.Deployment;
import mo.farol.token.cose.Sign1;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;

/** Codes that open, and whose signature does not hold for where they are. */
final class HostileSignatures {
    private final HostileVectors all;
    private final VectorWorld world;
    private final Deployment deployment;

    private HostileSignatures(HostileVectors all, VectorWorld world) {
        this.all = all;
        this.world = world;
        this.deployment = world.deployment;
    }

    static void addTo(HostileVectors all, VectorWorld world) {
        HostileSignatures signatures = new HostileSignatures(all, world);
        signatures.numbers();
        signatures.signers();
        signatures.rewrapped();
        signatures.retired();
    }

    private void numbers() {
        Recipient to = deployment.gatewayKey(0x10);
        Sign1 good = signed(world.phone, CodeType.EID, to);
        BigInteger r = RawSignature.r(good.signature());
        BigInteger s = RawSignature.s(good.signature());
        BigInteger n = RawSignature.ORDER;
        number("zeros for a signature", good, ZERO, ZERO);
        number("r is zero", good, ZERO, s);
        number("s is zero", good, r, ZERO);
        number("r is n", good, n, s);
        number("s is n", good, r, n);
        number("r is one more than n", good, n.add(ONE), s);
        number("s + 1", good, r, s.add(ONE));
        number("s, then r", good, s, r);
        number(
                "all bits",
                good,
                ONE.shiftLeft(256).subtract(ONE),
                ONE.shiftLeft(256).subtract(ONE));
    }

    private void signers() {
        Recipient to = deployment.gatewayKey(0x10);
        PhoneKey stranger = PhoneKey.of(world.crypto, deployment.bytes(32));
        wrap("another phone's signature", signed(stranger, CodeType.EID, to), CodeType.EID, to);
        Sign1 good = signed(world.phone, CodeType.EID, to);
        Sign1 later = new Sign1(good.protectedHeader(), laterClaims(), good.signature());
        wrap("another code's signature", later, CodeType.EID, to);
    }

    private void rewrapped() {
        Recipient current = deployment.gatewayKey(0x10);
        Recipient next = deployment.gatewayKey(0x11);
        Recipient gate = deployment.gatewayKey(0x20);
        Recipient ticket = deployment.ticket(CodeType.EID);
        Recipient gateTicket = deployment.ticket(CodeType.CLEARANCE);
        Sign1 body = signed(world.phone, CodeType.EID, current);
        Sign1 ticketBody = signed(world.phone, CodeType.EID, ticket);
        wrap("wrapped again for the next key", body, CodeType.EID, next);
        wrap("wrapped again for the clearance key", body, CodeType.CLEARANCE, gate);
        wrap("wrapped again with a ticket", body, CodeType.EID, ticket);
        wrap("wrapped again with a clearance ticket", body, CodeType.CLEARANCE, gateTicket);
        wrap("a ticket's body with another ticket", ticketBody, CodeType.EID, deployment.ticket(CodeType.EID));
        wrap("a ticket's body by HPKE", ticketBody, CodeType.EID, current);
        wrap(
                "signed as clearance for an eid key",
                signed(world.phone, CodeType.CLEARANCE, current),
                CodeType.EID,
                current);
    }

    private void retired() {
        Recipient key = deployment.gatewayKey(0x12);
        wrap("for a retired key", signed(world.phone, CodeType.EID, key), CodeType.EID, key);
        TicketEpoch past = TicketEpoch.of(CodeType.EID, Deployment.TODAY.minusDays(40));
        Recipient ticket = deployment.ticket(past);
        wrap("with a ticket of a retired day", signed(world.phone, CodeType.EID, ticket), CodeType.EID, ticket);
    }

    private void number(String name, Sign1 good, BigInteger r, BigInteger s) {
        Sign1 changed = new Sign1(good.protectedHeader(), good.payload(), RawSignature.of(r, s));
        wrap(name, changed, CodeType.EID, deployment.gatewayKey(0x10));
    }

    private void wrap(String name, Sign1 body, CodeType type, Recipient to) {
        all.notGenuine(name, CodeMinter.text(deployment.minter.encrypt(type, to, body.encode())));
    }

    private Sign1 signed(PhoneKey phone, CodeType type, Recipient to) {
        Claims claims = new Claims(Deployment.NOW, new Cti(5, 5), null);
        return CodeMinter.sign(phone, deployment.keyId, claims, GenuineVectors.external(type, to));
    }

    private static byte[] laterClaims() {
        return mo.farol.token.cose.ClaimsCodec.encode(new Claims(Deployment.NOW + 15, new Cti(6, 6), null));
    }
}
