package mo.farol.token.cose;

import mo.farol.token.BindingKeyId;
import mo.farol.token.cbor.CborReader;
import mo.farol.token.cbor.CborWriter;
import mo.farol.token.cbor.NotDeterministic;

/**
 * The inner layer: an untagged COSE_Sign1 (RFC 9052, 4.2).
 *
 * @param protectedHeader algorithm and binding key id
 * @param payload the claims
 * @param signature r || s, 64 bytes
 */
public record Sign1(byte[] protectedHeader, byte[] payload, byte[] signature) {
    /** The bytes around the payload of a body, its own head included. */
    private static final int AROUND = 83;

    /** The shortest body: a phone whose clock says the first seconds of 1970. */
    public static final int MIN_LENGTH = AROUND + ClaimsCodec.MIN_LENGTH;
    /** The longest body: with a nonce, and an {@code iat} that needs eight bytes. */
    public static final int MAX_LENGTH = AROUND + 1 + ClaimsCodec.MAX_LENGTH;

    /** @throws NotDeterministic when the bytes are not exactly the format's signed body */
    public static Sign1 decode(byte[] bytes) throws NotDeterministic {
        CborReader reader = new CborReader(bytes);
        reader.array(4);
        byte[] header = reader.bytes();
        reader.map(0);
        byte[] payload = reader.bytes();
        byte[] signature = reader.bytes(Format1.SIGNATURE_LENGTH);
        reader.end();
        return new Sign1(header, payload, signature);
    }

    public byte[] encode() {
        return new CborWriter()
                .array(4)
                .bytes(protectedHeader)
                .map(0)
                .bytes(payload)
                .bytes(signature)
                .toBytes();
    }

    /** The binding key that the header names. */
    public BindingKeyId bindingKeyId() throws NotDeterministic {
        return BindingKeyId.of(keyId());
    }

    /** The key id in the header: 8 bytes. */
    public byte[] keyId() throws NotDeterministic {
        CborReader header = new CborReader(protectedHeader);
        header.map(2);
        header.label(Format1.ALG);
        header.label(Format1.ESP256);
        header.label(Format1.KID);
        byte[] kid = header.bytes(BindingKeyId.LENGTH);
        header.end();
        return kid;
    }

    /** The Sig_structure that the signature covers. */
    public byte[] toBeSigned(byte[] externalData) {
        return toBeSigned(protectedHeader, externalData, payload);
    }

    /** The protected header that names {@code id}. */
    public static byte[] header(BindingKeyId id) {
        return header(id.bytes());
    }

    /** The protected header that names a key by its 8 bytes. */
    public static byte[] header(byte[] keyId) {
        return new CborWriter()
                .map(2)
                .integer(Format1.ALG)
                .integer(Format1.ESP256)
                .integer(Format1.KID)
                .bytes(keyId)
                .toBytes();
    }

    /** The Sig_structure (RFC 9052, 4.4) of a COSE_Sign1. */
    public static byte[] toBeSigned(byte[] protectedHeader, byte[] externalData, byte[] payload) {
        return new CborWriter()
                .array(4)
                .text("Signature1")
                .bytes(protectedHeader)
                .bytes(externalData)
                .bytes(payload)
                .toBytes();
    }

    @Override
    public String toString() {
        return "Sign1[redacted]";
    }
}
