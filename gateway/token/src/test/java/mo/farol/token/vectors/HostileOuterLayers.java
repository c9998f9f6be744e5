package mo.farol.token.vectors;

import static mo.farol.token.NotReadable.Reason.STRUCTURE;

import java.util.Arrays;
import mo.farol.token.base45.Base45;
import mo.farol.token.cbor.CborWriter;

/** Encryption layers that say nearly what the format says. */
final class HostileOuterLayers {
    private static final byte[] KID = {0, 0, 0, 0x10};
    private static final byte[] ENC = VectorFile.hex("09".repeat(32));
    private static final byte[] CIPHERTEXT = new byte[120];

    private final HostileVectors all;

    private HostileOuterLayers(HostileVectors all) {
        this.all = all;
    }

    static void addTo(HostileVectors all, VectorWorld world) {
        HostileOuterLayers layers = new HostileOuterLayers(all);
        layers.wholes();
        layers.headers();
        layers.unprotected();
        layers.tickets(world);
    }

    private void wholes() {
        byte[] good = layer(header(41, KID), ek(ENC), CIPHERTEXT);
        text("tagged as COSE_Encrypt0", raw("d0").raw(good));
        text("an array of two", new CborWriter().array(2).bytes(header(41, KID)).raw(ek(ENC)));
        text("an array of four", new CborWriter().array(4).raw(tail(good, 1)).bytes(new byte[1]));
        text("an array of indefinite length", raw("9f").raw(tail(good, 1)).raw(hex("ff")));
        text("an array with a long head", raw("9803").raw(tail(good, 1)));
        text("an array that claims 2^63 items", raw("9b8000000000000000").raw(tail(good, 1)));
        text("a map", raw("a3").raw(tail(good, 1)));
        text(
                "a detached ciphertext",
                new CborWriter().array(3).bytes(header(41, KID)).raw(ek(ENC)).raw(hex("f6")));
        text("a ciphertext in chunks", chunked());
        text("a ciphertext of no body", layerText(header(41, KID), ek(ENC), new byte[16]));
        text("a ciphertext one byte short", layerText(header(41, KID), ek(ENC), new byte[115]));
        text("a ciphertext one byte long", layerText(header(41, KID), ek(ENC), new byte[144]));
        text("a byte string longer than the text", raw("83").raw(hex("5bffffffffffffffff")));
    }

    private void headers() {
        header("an unknown algorithm", header(35, KID));
        header("A128GCM with an HPKE key id", header(1, KID));
        header("an algorithm with a long head", hex("a201190029044400000010"));
        header("an algorithm by name", hex("a2016648504b452d33044400000010"));
        header("no algorithm", hex("a1044400000010"));
        header("no key id", hex("a1011829"));
        header("key id before algorithm", hex("a2044400000010011829"));
        header("the algorithm twice", hex("a3011829011829044400000010"));
        header("a third header", hex("a301182904440000001005 41 00".replace(" ", "")));
        header("a header of indefinite length", hex("bf011829044400000010ff"));
        header("an empty header", new byte[0]);
        header("a byte after the header", hex("a20118290444000000 10 00".replace(" ", "")));
        header("a key id of 3 bytes", header(41, new byte[3]));
        header("a key id of 5 bytes", header(41, new byte[5]));
        header("a key id with a long head", hex("a201182904580400000010"));
    }

    private void unprotected() {
        byte[] header = header(41, KID);
        text("an encapsulated key of 31 bytes", layerText(header, ek(new byte[31]), CIPHERTEXT));
        text("an encapsulated key of 33 bytes", layerText(header, ek(new byte[33]), CIPHERTEXT));
        text("an encapsulated key as text", layerText(header, hex("a1236161"), CIPHERTEXT));
        text("no unprotected header", layerText(header, hex("a0"), CIPHERTEXT));
        text("an IV in place of the encapsulated key", layerText(header, iv(12), CIPHERTEXT));
        byte[] both = new CborWriter()
                .map(2)
                .integer(5)
                .bytes(new byte[12])
                .integer(-4)
                .bytes(ENC)
                .toBytes();
        text("an IV beside the encapsulated key", layerText(header, both, CIPHERTEXT));
        byte[] twice = new CborWriter()
                .map(2)
                .integer(-4)
                .bytes(ENC)
                .integer(-4)
                .bytes(ENC)
                .toBytes();
        text("the encapsulated key twice", layerText(header, twice, CIPHERTEXT));
    }

    private void tickets(VectorWorld world) {
        byte[] good = world.deployment.bytes(18);
        good[0] = 0x51;
        text("a ticket without epoch", layerText(header(1, new byte[16]), iv(12), CIPHERTEXT));
        text(
                "a ticket with an epoch of 5 bytes",
                layerText(header(1, VectorFile.hex("01".repeat(21))), iv(12), CIPHERTEXT));
        text("an epoch with a leading zero", layerText(header(1, new byte[18]), iv(12), CIPHERTEXT));
        text("an IV of 11 bytes", layerText(header(1, good), iv(11), CIPHERTEXT));
        text("an IV of 16 bytes", layerText(header(1, good), iv(16), CIPHERTEXT));
        text("a ticket with an encapsulated key", layerText(header(1, good), ek(ENC), CIPHERTEXT));
    }

    private CborWriter chunked() {
        CborWriter layer = new CborWriter().array(3).bytes(header(41, KID)).raw(ek(ENC));
        return layer.raw(hex("5f")).bytes(new byte[60]).bytes(new byte[60]).raw(hex("ff"));
    }

    private void header(String name, byte[] header) {
        text(name, layerText(header, ek(ENC), CIPHERTEXT));
    }

    private void text(String name, CborWriter bytes) {
        all.add(name, STRUCTURE, "EID1:" + Base45.encode(bytes.toBytes()));
    }

    private static CborWriter layerText(byte[] header, byte[] unprotected, byte[] ciphertext) {
        return new CborWriter().raw(layer(header, unprotected, ciphertext));
    }

    private static byte[] layer(byte[] header, byte[] unprotected, byte[] ciphertext) {
        return new CborWriter()
                .array(3)
                .bytes(header)
                .raw(unprotected)
                .bytes(ciphertext)
                .toBytes();
    }

    private static byte[] header(int algorithm, byte[] kid) {
        return new CborWriter()
                .map(2)
                .integer(1)
                .integer(algorithm)
                .integer(4)
                .bytes(kid)
                .toBytes();
    }

    private static byte[] ek(byte[] encapsulated) {
        return new CborWriter().map(1).integer(-4).bytes(encapsulated).toBytes();
    }

    private static byte[] iv(int length) {
        return new CborWriter().map(1).integer(5).bytes(new byte[length]).toBytes();
    }

    private static CborWriter raw(String digits) {
        return new CborWriter().raw(hex(digits));
    }

    private static byte[] hex(String digits) {
        return VectorFile.hex(digits);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
