package mo.farol.token.cose;

import mo.farol.token.Claims;
import mo.farol.token.Cti;
import mo.farol.token.Nonce;
import mo.farol.token.cbor.CborReader;
import mo.farol.token.cbor.CborWriter;
import mo.farol.token.cbor.NotDeterministic;
import org.jspecify.annotations.Nullable;

/** The claims as a deterministic CBOR map, with and without a nonce. */
public final class ClaimsCodec {
    /** The latest {@code iat}: the largest integer that JavaScript holds exactly, since wallets run there. */
    public static final long MAX_IAT = (1L << 53) - 1;

    static final int MIN_LENGTH = 17;
    static final int MAX_LENGTH = 43;

    private ClaimsCodec() {}

    /** @throws NotDeterministic when the bytes are not exactly the format's claims */
    public static Claims decode(byte[] bytes) throws NotDeterministic {
        CborReader reader = new CborReader(bytes);
        int pairs = reader.map();
        reader.label(Format1.IAT);
        long iat = reader.unsigned();
        reader.label(Format1.CTI);
        Cti cti = Cti.of(reader.bytes(Cti.LENGTH));
        Nonce nonce = nonce(pairs, reader);
        reader.end();
        if (iat > MAX_IAT) {
            throw new NotDeterministic("an iat below 2^53");
        }
        return new Claims(iat, cti, nonce);
    }

    public static byte[] encode(Claims claims) {
        Nonce nonce = claims.nonce();
        CborWriter writer = new CborWriter()
                .map(nonce == null ? 2 : 3)
                .integer(Format1.IAT)
                .integer(claims.iat())
                .integer(Format1.CTI)
                .bytes(claims.cti().bytes());
        if (nonce != null) {
            writer.integer(Format1.NONCE).bytes(nonce.bytes());
        }
        return writer.toBytes();
    }

    private static @Nullable Nonce nonce(int pairs, CborReader reader) throws NotDeterministic {
        if (pairs == 2) {
            return null;
        }
        if (pairs != 3) {
            throw new NotDeterministic("two or three claims");
        }
        reader.label(Format1.NONCE);
        return Nonce.of(reader.bytes(Nonce.LENGTH));
    }
}
