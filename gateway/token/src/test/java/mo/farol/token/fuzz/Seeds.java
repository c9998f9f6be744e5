package mo.farol.token.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Claims;
import mo.farol.token.Cti;
import mo.farol.token.Nonce;
import mo.farol.token.base45.Base45;
import mo.farol.token.base45.NotBase45;
import mo.farol.token.cose.ClaimsCodec;
import mo.farol.token.cose.Sign1;
import org.junit.jupiter.params.provider.Arguments;

/** Good inputs to start from, so that the fuzzer need not discover the format. */
final class Seeds {
    private static final Claims CLAIMS = new Claims(1_795_478_400L, new Cti(1, 2), Nonce.of(new byte[16]));

    private Seeds() {}

    static Stream<Arguments> texts() {
        byte[] text = Targets.goodText();
        return of(text, Arrays.copyOf(text, 100), "GGW".getBytes(StandardCharsets.US_ASCII));
    }

    static Stream<Arguments> layers() throws NotBase45 {
        byte[] payload = ClaimsCodec.encode(CLAIMS);
        Sign1 body = new Sign1(Sign1.header(new BindingKeyId(3)), payload, new byte[64]);
        String text = new String(Targets.goodText(), StandardCharsets.US_ASCII);
        return of(Base45.decode(text, 5), body.encode(), payload);
    }

    static Stream<Arguments> challenges() {
        byte[] text = Targets.goodChallenge();
        return of(text, Arrays.copyOf(text, 60), Targets.goodChallengeClaims());
    }

    static Stream<Arguments> signatures() {
        byte[] raw = new byte[64];
        Arrays.fill(raw, (byte) 0x11);
        return of(raw, HexFormat.of().parseHex("3006020101020101"));
    }

    private static Stream<Arguments> of(byte[]... inputs) {
        return Arrays.stream(inputs).map(input -> Arguments.of((Object) input));
    }
}
