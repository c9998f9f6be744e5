package mo.farol.token.cose;

import java.nio.ByteBuffer;
import java.util.Arrays;
import mo.farol.token.ParsedCode;
import mo.farol.token.cbor.CborReader;
import mo.farol.token.cbor.CborWriter;
import mo.farol.token.cbor.NotDeterministic;
import mo.farol.token.key.TicketEpoch;

/** The outer layer: an untagged COSE_Encrypt0 (RFC 9052, 5.2) in one of the format's two shapes. */
public final class Encrypt0 {
    private Encrypt0() {}

    /** @throws NotDeterministic when the bytes are not exactly one of the two shapes */
    public static ParsedCode decode(byte[] bytes) throws NotDeterministic {
        CborReader reader = new CborReader(bytes);
        reader.array(3);
        byte[] header = reader.bytes();
        ParsedCode code = algorithm(header) == Format1.HPKE_3 ? byHpke(header, reader) : byTicket(header, reader);
        reader.end();
        return code;
    }

    public static byte[] encode(ParsedCode code) {
        CborWriter writer =
                new CborWriter().array(3).bytes(code.protectedHeader()).map(1);
        switch (code) {
            case ParsedCode.ByHpke hpke ->
                writer.integer(Format1.ENCAPSULATED_KEY).bytes(hpke.encapsulatedKey());
            case ParsedCode.ByTicket ticket -> writer.integer(Format1.IV).bytes(ticket.iv());
        }
        return writer.bytes(code.ciphertext()).toBytes();
    }

    /** The protected header of a code by HPKE. */
    public static byte[] hpkeHeader(int kid) {
        byte[] name = ByteBuffer.allocate(Format1.HPKE_KID_LENGTH).putInt(kid).array();
        return header(Format1.HPKE_3, name);
    }

    /** The protected header of a code by ticket: the key id is the epoch, then the ticket. */
    public static byte[] ticketHeader(TicketEpoch epoch, byte[] ticket) {
        byte[] day = epoch.bytes();
        byte[] name = Arrays.copyOf(day, day.length + ticket.length);
        System.arraycopy(ticket, 0, name, day.length, ticket.length);
        return header(Format1.A128GCM, name);
    }

    /** The Enc_structure (RFC 9052, 5.3) without external data: the additional data of the encryption. */
    public static byte[] additionalData(byte[] protectedHeader) {
        return new CborWriter()
                .array(3)
                .text("Encrypt0")
                .bytes(protectedHeader)
                .bytes(new byte[0])
                .toBytes();
    }

    private static byte[] header(int algorithm, byte[] kid) {
        return new CborWriter()
                .map(2)
                .integer(Format1.ALG)
                .integer(algorithm)
                .integer(Format1.KID)
                .bytes(kid)
                .toBytes();
    }

    private static long algorithm(byte[] header) throws NotDeterministic {
        return algorithm(new CborReader(header));
    }

    private static long algorithm(CborReader header) throws NotDeterministic {
        header.map(2);
        header.label(Format1.ALG);
        return header.integer();
    }

    private static ParsedCode byHpke(byte[] header, CborReader reader) throws NotDeterministic {
        byte[] kid = kid(header, Format1.HPKE_3);
        if (kid.length != Format1.HPKE_KID_LENGTH) {
            throw new NotDeterministic("a key id of 4 bytes");
        }
        reader.map(1);
        reader.label(Format1.ENCAPSULATED_KEY);
        byte[] encapsulated = reader.bytes(Format1.ENCAPSULATED_KEY_LENGTH);
        int number = ByteBuffer.wrap(kid).getInt();
        return new ParsedCode.ByHpke(header, number, encapsulated, ciphertext(reader));
    }

    private static ParsedCode byTicket(byte[] header, CborReader reader) throws NotDeterministic {
        byte[] kid = kid(header, Format1.A128GCM);
        int epochLength = kid.length - Format1.TICKET_LENGTH;
        TicketEpoch epoch = TicketEpoch.decode(kid, epochLength);
        byte[] ticket = Arrays.copyOfRange(kid, epochLength, kid.length);
        reader.map(1);
        reader.label(Format1.IV);
        byte[] iv = reader.bytes(Format1.IV_LENGTH);
        return new ParsedCode.ByTicket(header, epoch.value(), ticket, iv, ciphertext(reader));
    }

    private static byte[] kid(byte[] header, int algorithm) throws NotDeterministic {
        CborReader reader = new CborReader(header);
        if (algorithm(reader) != algorithm) {
            throw new NotDeterministic("an algorithm of the format");
        }
        reader.label(Format1.KID);
        byte[] kid = reader.bytes();
        reader.end();
        return kid;
    }

    private static byte[] ciphertext(CborReader reader) throws NotDeterministic {
        byte[] ciphertext = reader.bytes();
        int signed = ciphertext.length - Format1.TAG_LENGTH;
        if (signed < Sign1.MIN_LENGTH || signed > Sign1.MAX_LENGTH) {
            throw new NotDeterministic("a ciphertext of a signed body");
        }
        return ciphertext;
    }
}
