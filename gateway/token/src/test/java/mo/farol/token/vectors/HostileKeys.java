package mo.farol.token.vectors;

import static mo.farol.token.NotReadable.Reason.NOT_OPENED;
import static mo.farol.token.NotReadable.Reason.UNKNOWN_KEY;

import java.nio.charset.StandardCharsets;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.Deployment;
import mo.farol.token.ParsedCode;
import mo.farol.token.cose.Encrypt0;
import mo.farol.token.crypto.HpkeSealed;
import mo.farol.token.key.PublishedKey;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;

/** Good bodies under the wrong key, key id, ticket or additional data, and damaged ciphertexts. */
final class HostileKeys {
    private final HostileVectors all;
    private final Deployment deployment;
    private final VectorWorld world;

    private HostileKeys(HostileVectors all, VectorWorld world) {
        this.all = all;
        this.world = world;
        this.deployment = world.deployment;
    }

    static void addTo(HostileVectors all, VectorWorld world) {
        HostileKeys keys = new HostileKeys(all, world);
        keys.byHpke();
        keys.byTicket();
    }

    private void byHpke() {
        byte[] body = body(CodeType.EID, deployment.gatewayKey(0x10));
        named("a key id that nobody has", 0x77, body, "EID1/eid", UNKNOWN_KEY);
        named("the key id of the next key", 0x11, body, "EID1/eid", NOT_OPENED);
        named("the key id of the clearance key", 0x20, body, "EID1/eid", NOT_OPENED);
        named("another deployment's info", 0x10, body, "EID9/eid", NOT_OPENED);
        named("the other type's info", 0x10, body, "EID1/clearance", NOT_OPENED);
        ParsedCode.ByHpke good =
                (ParsedCode.ByHpke) deployment.minter.encrypt(CodeType.EID, deployment.gatewayKey(0x10), body);
        damaged("a low-order encapsulated key", good, new byte[32], good.ciphertext());
        damaged("an encapsulated key of order 8", good, VectorFile.hex(ORDER_8), good.ciphertext());
        damaged("another encapsulated key", good, flipped(good.encapsulatedKey(), 0), good.ciphertext());
        damaged("a flipped first bit", good, good.encapsulatedKey(), flipped(good.ciphertext(), 0));
        damaged("a flipped tag bit", good, good.encapsulatedKey(), flipped(good.ciphertext(), 119));
    }

    private void byTicket() {
        Recipient.Ticket ticket = (Recipient.Ticket) deployment.ticket(CodeType.EID);
        byte[] body = body(CodeType.EID, ticket);
        TicketEpoch tomorrow = TicketEpoch.of(CodeType.EID, Deployment.TODAY.plusDays(1));
        TicketEpoch clearance = TicketEpoch.of(CodeType.CLEARANCE, Deployment.TODAY);
        ticketed("an epoch that nobody has", tomorrow, ticket.ticket(), ticket, body, UNKNOWN_KEY);
        ticketed("the other type's epoch", clearance, ticket.ticket(), ticket, body, NOT_OPENED);
        ticketed("another ticket's key", ticket.epoch(), flipped(ticket.ticket(), 3), ticket, body, NOT_OPENED);
        ParsedCode.ByTicket good = (ParsedCode.ByTicket) deployment.minter.encrypt(CodeType.EID, ticket, body);
        ParsedCode other = new ParsedCode.ByTicket(
                good.protectedHeader(), good.epoch(), good.ticket(), flipped(good.iv(), 0), good.ciphertext());
        all.add("another IV", NOT_OPENED, CodeMinter.text(other));
    }

    private void named(String name, int kid, byte[] body, String info, mo.farol.token.NotReadable.Reason reason) {
        PublishedKey key = deployment.ring.recipient(0x10).orElseThrow().published();
        byte[] header = Encrypt0.hpkeHeader(kid);
        byte[] context = info.getBytes(StandardCharsets.US_ASCII);
        HpkeSealed sealed = world.crypto.seal(key.publicKey(), context, Encrypt0.additionalData(header), body);
        ParsedCode code = new ParsedCode.ByHpke(header, kid, sealed.encapsulatedKey(), sealed.ciphertext());
        all.add(name, reason, CodeMinter.text(code));
    }

    private void ticketed(
            String name,
            TicketEpoch epoch,
            byte[] ticket,
            Recipient.Ticket with,
            byte[] body,
            mo.farol.token.NotReadable.Reason reason) {
        Recipient to = new Recipient.Ticket(epoch, ticket, with.contentKey());
        all.add(name, reason, CodeMinter.text(deployment.minter.encrypt(CodeType.EID, to, body)));
    }

    private void damaged(String name, ParsedCode.ByHpke good, byte[] encapsulated, byte[] ciphertext) {
        ParsedCode code = new ParsedCode.ByHpke(good.protectedHeader(), good.kid(), encapsulated, ciphertext);
        all.add(name, NOT_OPENED, CodeMinter.text(code));
    }

    private byte[] body(CodeType type, Recipient to) {
        Claims claims = new Claims(Deployment.NOW, new Cti(1, 1), null);
        return CodeMinter.sign(world.phone, deployment.keyId, claims, GenuineVectors.external(type, to))
                .encode();
    }

    static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    /** RFC 7748: one of the points that give an all-zero secret. */
    private static final String ORDER_8 = "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800";
}
