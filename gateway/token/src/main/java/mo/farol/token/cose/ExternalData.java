package mo.farol.token.cose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import mo.farol.token.CodeType;
import mo.farol.token.cbor.CborWriter;

/**
 * The external_aad of a code's signature: what ties the signed body to one type, one way and one recipient, so that
 * nobody can wrap it again for another.
 *
 * <p>By HPKE: {@code ["EID1", type, thumbprint]}, the type as text ({@code eid}, {@code clearance}), the thumbprint as
 * a 32-byte string: the COSE key thumbprint (RFC 9679, SHA-256) of the recipient's X25519 key {@code {1: 1, -1: 4, -2:
 * x}}. By ticket: {@code ["EID1", type, "ticket", ticket]}, the ticket as a 16-byte string.
 */
public final class ExternalData {
    private static final int KTY = 1;
    private static final int OKP = 1;
    private static final int CRV = -1;
    private static final int X25519 = 4;
    private static final int X = -2;

    private ExternalData() {}

    /** @param publicKey the gateway's X25519 key, 32 bytes */
    public static byte[] forHpke(CodeType type, byte[] publicKey) {
        return named(3, type).bytes(thumbprint(publicKey)).toBytes();
    }

    /** @param ticket 16 bytes */
    public static byte[] forTicket(CodeType type, byte[] ticket) {
        return named(4, type).text("ticket").bytes(ticket).toBytes();
    }

    /** The COSE key thumbprint (RFC 9679) of an X25519 public key: 32 bytes. */
    public static byte[] thumbprint(byte[] publicKey) {
        byte[] key = new CborWriter()
                .map(3)
                .integer(KTY)
                .integer(OKP)
                .integer(CRV)
                .integer(X25519)
                .integer(X)
                .bytes(publicKey)
                .toBytes();
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static CborWriter named(int items, CodeType type) {
        return new CborWriter().array(items).text(Format1.NAME).text(type.label());
    }
}
