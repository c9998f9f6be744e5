package mo.farol.token.vectors;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.Deployment;
import mo.farol.token.Nonce;
import mo.farol.token.OpeningWay;
import mo.farol.token.ParsedCode;
import mo.farol.token.cose.ClaimsCodec;
import mo.farol.token.cose.Encrypt0;
import mo.farol.token.cose.ExternalData;
import mo.farol.token.cose.Sign1;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;
import mo.farol.token.qr.QrPicture;
import org.jspecify.annotations.Nullable;

/** Codes that are genuine, each with its layers, at clocks inside and outside its life. */
final class GenuineVectors {
    private static final long NOW = Deployment.NOW;

    private final VectorWorld world;
    private final List<Vector> vectors = new ArrayList<>();
    private int counter = 1;

    GenuineVectors(VectorWorld world) {
        this.world = world;
    }

    List<Vector> make() {
        for (CodeType type : CodeType.values()) {
            for (OpeningWay way : OpeningWay.values()) {
                String name = type.label() + (way == OpeningWay.HPKE ? " by HPKE" : " by ticket");
                code(name, type, way, null, NOW, type, "accepted");
                Nonce nonce = Nonce.of(world.deployment.bytes(Nonce.LENGTH));
                code(name + " with a nonce", type, way, nonce, NOW, type, "accepted");
            }
        }
        code("clearance at a bank", CodeType.CLEARANCE, OpeningWay.HPKE, null, NOW, CodeType.EID, "wrong_code_type");
        code("eid at a gate", CodeType.EID, OpeningWay.TICKET, null, NOW, CodeType.CLEARANCE, "wrong_code_type");
        clocks();
        secondForm();
        return vectors;
    }

    private void clocks() {
        clock("15 s ahead", -15, "accepted");
        clock("16 s ahead", -16, "clock_skew");
        clock("10 minutes ahead", -600, "clock_skew");
        clock("45 s old", 45, "accepted");
        clock("46 s old", 46, "expired");
        clock("60 s old", 60, "expired");
        clock("10 minutes old", 600, "expired");
        code("a phone in 1970", CodeType.EID, OpeningWay.HPKE, null, 100, NOW, CodeType.EID, "expired");
        code("a phone after 2106", CodeType.EID, OpeningWay.HPKE, null, 1L << 32, NOW, CodeType.EID, "clock_skew");
        long last = ClaimsCodec.MAX_IAT;
        code("the last iat", CodeType.EID, OpeningWay.TICKET, null, last, NOW, CodeType.EID, "clock_skew");
    }

    private void clock(String name, long age, String answer) {
        code(name, CodeType.EID, OpeningWay.HPKE, null, NOW + age, CodeType.EID, answer);
    }

    /** The first code again, its signature in the form (r, n - s): the same code. */
    private void secondForm() {
        Claims claims = new Claims(NOW, new Cti(counter++, world.deployment.random.nextLong()), null);
        Recipient to = world.deployment.gatewayKey(CodeType.EID);
        byte[] external = external(CodeType.EID, to);
        Sign1 first = CodeMinter.sign(world.phone, world.deployment.keyId, claims, external);
        Sign1 second = new Sign1(first.protectedHeader(), first.payload(), RawSignature.otherForm(first.signature()));
        String name = "before re-encoding";
        add(name, CodeType.EID, to, claims, first, NOW, CodeType.EID, "accepted", null);
        add("re-encoded as (r, n - s)", CodeType.EID, to, claims, second, NOW, CodeType.EID, "accepted", name);
    }

    private void code(
            String name,
            CodeType type,
            OpeningWay way,
            @Nullable Nonce nonce,
            long clock,
            CodeType asked,
            String answer) {
        code(name, type, way, nonce, NOW, clock, asked, answer);
    }

    private void code(
            String name,
            CodeType type,
            OpeningWay way,
            @Nullable Nonce nonce,
            long iat,
            long clock,
            CodeType asked,
            String answer) {
        Claims claims = new Claims(iat, new Cti(counter++, world.deployment.random.nextLong()), nonce);
        Recipient to = world.deployment.recipient(type, way);
        Sign1 signed = CodeMinter.sign(world.phone, world.deployment.keyId, claims, external(type, to));
        add(name, type, to, claims, signed, clock, asked, answer, null);
    }

    private void add(
            String name,
            CodeType type,
            Recipient to,
            Claims claims,
            Sign1 signed,
            long clock,
            CodeType asked,
            String answer,
            @Nullable String sameCodeAs) {
        ParsedCode code = world.deployment.minter.encrypt(type, to, signed.encode());
        String text = CodeMinter.text(code);
        Nonce nonce = claims.nonce();
        int pixels = nonce == null ? 200 : 260;
        Vector.Stages stages = new Vector.Stages(
                type.label(),
                to instanceof Recipient.Ticket ? "ticket" : "hpke",
                VectorFile.hex(world.deployment.keyId.bytes()),
                claims.iat(),
                VectorFile.hex(claims.cti().bytes()),
                nonce == null ? null : VectorFile.hex(nonce.bytes()),
                VectorFile.hex(signed.payload()),
                VectorFile.hex(external(type, to)),
                VectorFile.hex(signed.toBeSigned(external(type, to))),
                VectorFile.hex(signed.encode()),
                VectorFile.hex(code.protectedHeader()),
                VectorFile.hex(Encrypt0.additionalData(code.protectedHeader())),
                VectorFile.hex(Encrypt0.encode(code)),
                QrPicture.version(text),
                pixels,
                Base64.getEncoder().encodeToString(QrPicture.png(text, pixels)),
                sameCodeAs);
        vectors.add(new Vector(name, text, clock, asked.label(), answer, null, stages));
    }

    static byte[] external(CodeType type, Recipient to) {
        return switch (to) {
            case Recipient.GatewayKey key -> ExternalData.forHpke(type, key.publicKey());
            case Recipient.Ticket ticket -> ExternalData.forTicket(type, ticket.ticket());
        };
    }
}
