package mo.farol.token.vectors;

import static mo.farol.token.NotReadable.Reason.STRUCTURE;

import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.cbor.CborWriter;
import mo.farol.token.cose.Sign1;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;

/** Bodies that a gateway key opens, correctly signed, and that say nearly what the format says. */
final class HostileBodies {
    private static final String IAT = "061a6a04d480";
    private static final String CTI = "074c000000010102030405060708";
    private static final String CLAIMS = "a2" + IAT + CTI;

    private final HostileVectors all;
    private final VectorWorld world;
    private final Recipient to;
    private final byte[] external;

    private HostileBodies(HostileVectors all, VectorWorld world) {
        this.all = all;
        this.world = world;
        this.to = world.deployment.gatewayKey(CodeType.EID);
        this.external = GenuineVectors.external(CodeType.EID, to);
    }

    static void addTo(HostileVectors all, VectorWorld world) {
        HostileBodies bodies = new HostileBodies(all, world);
        bodies.payloads();
        bodies.headers();
        bodies.shapes();
    }

    private void payloads() {
        claims("cti before iat", "a2" + CTI + IAT);
        claims("iat twice", "a3" + IAT + IAT + CTI);
        claims("an unknown claim", "a3" + IAT + CTI + "0801");
        claims("a nonce and an unknown claim", "a4" + IAT + CTI + "0a50" + "00".repeat(16) + "0b00");
        claims("an unknown claim in front", "a3" + "0101" + IAT + CTI);
        claims("no cti", "a1" + IAT + "0a50" + "00".repeat(16));
        claims("a negative iat", "a2" + "063a6a04d480" + CTI);
        claims("an iat with a long head", "a2" + "061b000000006a04d480" + CTI);
        claims("an iat as a float", "a2" + "06fb41da8135200000 00".replace(" ", "") + CTI);
        claims("an iat of 2^53", "a2" + "061b0020000000000000" + CTI);
        claims("an iat of 2^63", "a2" + "061b8000000000000000" + CTI);
        claims("an iat with a tag", "a2" + "06c11a6a04d480" + CTI);
        claims("a cti of 11 bytes", "a2" + IAT + "074b" + "01".repeat(11) + "00");
        claims("a cti of 13 bytes", "a2" + IAT + "074d" + "01".repeat(13));
        claims("a nonce of 15 bytes", "a3" + IAT + CTI + "0a4f" + "00".repeat(15));
        claims("a null nonce", "a3" + IAT + CTI + "0af6");
        claims("claims of indefinite length", "bf" + IAT + CTI + "ff");
        claims("claims in an array", "82" + IAT + CTI);
        claims("a byte after the claims", CLAIMS + "00");
    }

    private void headers() {
        header("ES256 in place of ESP256", "a2012604480102030405060708");
        header("a signature key id of 7 bytes", "a201280447" + "01".repeat(7) + "00");
        header("a signature key id of 9 bytes", "a201280449" + "01".repeat(9));
        header("a signed header too many", "a301280448010203040506070805 00".replace(" ", ""));
        header("signature key id before algorithm", "a2044801020304050607080128");
        header("the signature's algorithm twice", "a301280128044801020304050607 08".replace(" ", ""));
    }

    private void shapes() {
        byte[] header = Sign1.header(new BindingKeyId(1));
        byte[] payload = VectorFile.hex(CLAIMS);
        byte[] signature = world.phone.sign(Sign1.toBeSigned(header, external, payload));
        body("a tagged body", raw("d2").raw(new Sign1(header, payload, signature).encode()));
        body("a body in an array of five", shape(5, header, payload, signature).integer(0));
        body("a signature of 63 bytes", shape(4, header, payload, new byte[63]).raw(new byte[1]));
        body("a signature of 65 bytes", shape(4, header, payload, new byte[65]));
        body("a DER signature", shape(4, header, payload, new byte[70]));
        body("a byte after the body", shape(4, header, payload, signature).integer(0));
        CborWriter named = new CborWriter().array(4).bytes(header).raw(VectorFile.hex("a10400"));
        body("an unprotected header in the body", named.bytes(payload).bytes(signature));
        CborWriter detached = new CborWriter().array(4).bytes(header).map(0).raw(VectorFile.hex("f6"));
        body("a detached payload", detached.bytes(signature).raw(new byte[21]));
        body("zeros", new CborWriter().raw(new byte[104]));
    }

    private void claims(String name, String payload) {
        signed(name, Sign1.header(world.deployment.keyId), VectorFile.hex(payload));
    }

    private void header(String name, String header) {
        signed(name, VectorFile.hex(header), VectorFile.hex(CLAIMS));
    }

    private void signed(String name, byte[] header, byte[] payload) {
        byte[] signature = world.phone.sign(Sign1.toBeSigned(header, external, payload));
        body(name, shape(4, header, payload, signature));
    }

    private void body(String name, CborWriter body) {
        String text = CodeMinter.text(world.deployment.minter.encrypt(CodeType.EID, to, body.toBytes()));
        all.add(name, STRUCTURE, text);
    }

    private static CborWriter shape(int items, byte[] header, byte[] payload, byte[] signature) {
        return new CborWriter().array(items).bytes(header).map(0).bytes(payload).bytes(signature);
    }

    private static CborWriter raw(String digits) {
        return new CborWriter().raw(VectorFile.hex(digits));
    }
}
