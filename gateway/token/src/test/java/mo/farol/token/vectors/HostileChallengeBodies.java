package mo.farol.token.vectors;

import static mo.farol.token.NotReadable.Reason.STRUCTURE;

import mo.farol.token.Deployment;
import mo.farol.token.cbor.CborWriter;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.cose.Sign1;

/** Correctly signed by the gateway's key, and only nearly a challenge. */
final class HostileChallengeBodies {
    private static final String EXPIRY = "041a6b04d480";
    private static final String ID = "0a50" + "0102030405060708".repeat(2);
    private static final String INSTITUTION = "3a00010000" + text("Banco");
    private static final String PURPOSE = "3a00010001" + text("bank.loan");
    private static final String TERMINAL = "3a00010002" + text("bank-1");

    private final ChallengeVectors all;

    private HostileChallengeBodies(ChallengeVectors all) {
        this.all = all;
    }

    static void addTo(ChallengeVectors all) {
        HostileChallengeBodies bodies = new HostileChallengeBodies(all);
        bodies.claims();
        bodies.names();
        bodies.headers();
        bodies.shapes();
    }

    private void claims() {
        claims("id before expiry", "a5" + ID + EXPIRY + INSTITUTION + PURPOSE + TERMINAL);
        claims("expiry twice", "a6" + EXPIRY + EXPIRY + ID + INSTITUTION + PURPOSE + TERMINAL);
        claims("institution twice", "a6" + EXPIRY + ID + INSTITUTION + INSTITUTION + PURPOSE + TERMINAL);
        claims("an unknown claim", "a6" + EXPIRY + ID + INSTITUTION + PURPOSE + TERMINAL + "3a0001000300");
        claims("no terminal", "a4" + EXPIRY + ID + INSTITUTION + PURPOSE);
        claims("a negative expiry", "a5" + "043a6b04d480" + ID + INSTITUTION + PURPOSE + TERMINAL);
        claims("an expiry with a long head", "a5041b000000006b04d480" + ID + INSTITUTION + PURPOSE + TERMINAL);
        claims("an expiry as a float", "a504fb41dac13520000000" + ID + INSTITUTION + PURPOSE + TERMINAL);
        claims("an expiry of 2^53", "a5041b0020000000000000" + ID + INSTITUTION + PURPOSE + TERMINAL);
        claims("an id of 15 bytes", "a5" + EXPIRY + "0a4f" + "01".repeat(15) + INSTITUTION + PURPOSE + TERMINAL);
        claims("an id of 17 bytes", "a5" + EXPIRY + "0a51" + "01".repeat(17) + INSTITUTION + PURPOSE + TERMINAL);
        claims("claims of indefinite length", "bf" + EXPIRY + ID + INSTITUTION + PURPOSE + TERMINAL + "ff");
        claims("a byte after the claims", "a5" + EXPIRY + ID + INSTITUTION + PURPOSE + TERMINAL + "00");
    }

    private void names() {
        institution("an institution without a name", "60");
        institution("a blank institution", text("  "));
        institution("an institution in bytes", "4542616e636f");
        institution("an institution that is not UTF-8", "65ff616e636f");
        institution("an institution of 601 bytes", "790259" + "41".repeat(601));
        institution("an institution that turns the text around", text("Banco \u202Eoxe"));
        institution("an institution over two lines", text("Banco\nExemplo"));
        institution("an institution of indefinite length", "7f6542616e636fff");
    }

    private void headers() {
        header("ES256 in place of ESP256", "a2012604480102030405060708");
        header("a key id of 7 bytes", "a201280447" + "01".repeat(7));
        header("a signed header too many", "a30128044801020304050607080500");
    }

    private void shapes() {
        byte[] header = Sign1.header(all.keyId.bytes());
        byte[] payload = ChallengeCodec.encode(all.says("Banco", "bank.loan", "bank-1", Deployment.NOW));
        Sign1 signed = all.signed(header, payload);
        body("a tagged challenge", new CborWriter().raw(VectorFile.hex("d2")).raw(signed.encode()));
        body("an array of five", shape(5, signed, VectorFile.hex("a0")).integer(0));
        body("an unprotected header", shape(4, signed, VectorFile.hex("a10400")));
        body("zeros", new CborWriter().raw(new byte[180]));
    }

    private static CborWriter shape(int items, Sign1 signed, byte[] unprotected) {
        return new CborWriter()
                .array(items)
                .bytes(signed.protectedHeader())
                .raw(unprotected)
                .bytes(signed.payload())
                .bytes(signed.signature());
    }

    private void institution(String name, String institution) {
        claims(name, "a5" + EXPIRY + ID + "3a00010000" + institution + PURPOSE + TERMINAL);
    }

    private void claims(String name, String payload) {
        Sign1 signed = all.signed(Sign1.header(all.keyId.bytes()), VectorFile.hex(payload));
        body(name, new CborWriter().raw(signed.encode()));
    }

    private void header(String name, String header) {
        byte[] payload = VectorFile.hex("a5" + EXPIRY + ID + INSTITUTION + PURPOSE + TERMINAL);
        body(
                name,
                new CborWriter().raw(all.signed(VectorFile.hex(header), payload).encode()));
    }

    private void body(String name, CborWriter body) {
        all.hostile(name, STRUCTURE.name(), ChallengeVectors.text(body.toBytes()));
    }

    private static String text(String text) {
        return VectorFile.hex(new CborWriter().text(text).toBytes());
    }
}
