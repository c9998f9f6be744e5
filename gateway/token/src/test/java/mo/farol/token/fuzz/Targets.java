package mo.farol.token.fuzz;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import mo.farol.token.CodeOpener;
import mo.farol.token.CodeParser;
import mo.farol.token.CodeType;
import mo.farol.token.Cryptos;
import mo.farol.token.Deployment;
import mo.farol.token.Nonce;
import mo.farol.token.NotReadable;
import mo.farol.token.OpenedCode;
import mo.farol.token.ParsedCode;
import mo.farol.token.SignatureVerifier;
import mo.farol.token.base45.Base45;
import mo.farol.token.base45.NotBase45;
import mo.farol.token.cbor.NotDeterministic;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.ChallengeMinter;
import mo.farol.token.challenge.ChallengeParser;
import mo.farol.token.challenge.ChallengeVerifier;
import mo.farol.token.challenge.ParsedChallenge;
import mo.farol.token.challenge.TerminalChallenge;
import mo.farol.token.conformance.StrictWalk;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.cose.ClaimsCodec;
import mo.farol.token.cose.Encrypt0;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.EcdsaForm;

/**
 * What must hold for any input, one method a decoder. Each lets through only the exception that its decoder declares;
 * whatever a decoder accepts has one encoding.
 */
final class Targets {
    private static final Deployment HERE = new Deployment(Cryptos.NATIVE, 1);
    private static final CodeOpener OPENER = new CodeOpener(Cryptos.NATIVE);
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(Cryptos.NATIVE);

    private static final ChallengeVerifier CHALLENGES = new ChallengeVerifier(Cryptos.NATIVE);
    private static final TerminalChallenge CHALLENGE = new TerminalChallenge(
            Nonce.of(new byte[Nonce.LENGTH]), "示範銀行 Banco Exemplo", "bank.loan", "bank-1", Deployment.NOW);

    private Targets() {}

    /** Whether the text decoded. */
    static boolean base45(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        try {
            require(Base45.encode(Base45.decode(text, 0)).equals(text));
            return true;
        } catch (NotBase45 e) {
            return false;
        }
    }

    /** Any item of CBOR; the other library must agree on it. */
    static boolean cbor(byte[] input) {
        try {
            CBORObject item = StrictWalk.read(input);
            require(item.equals(CBORObject.DecodeFromBytes(input)));
            return true;
        } catch (NotDeterministic e) {
            return false;
        }
    }

    /** The three layers, each from bytes that a key holder could put there. */
    static boolean layers(byte[] input) {
        return outer(input) | body(input) | claims(input);
    }

    /** The whole way of a text, up to the signature. Nothing that a fuzzer makes is genuine. */
    static boolean text(byte[] input) {
        try {
            ParsedCode code = CodeParser.parse(new String(input, StandardCharsets.UTF_8));
            OpenedCode opened = OPENER.open(code, HERE.ring);
            require(VERIFIER.verify(opened, Optional.empty()).isEmpty());
            return true;
        } catch (NotReadable e) {
            return false;
        }
    }

    /** The whole way of a terminal's challenge. A key that signed nothing verifies nothing. */
    static boolean challenge(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        boolean body = challengeBody(input);
        try {
            ParsedChallenge parsed = ChallengeParser.parse(text);
            require(CHALLENGES.verify(parsed, HERE.phone.publicKey()).isEmpty());
            return true;
        } catch (NotReadable e) {
            return body;
        }
    }

    /** Both conversions of a signature. */
    static boolean signature(byte[] input) {
        Optional<byte[]> der = EcdsaForm.toDer(input);
        der.ifPresent(form -> require(
                EcdsaForm.toRaw(form).filter(raw -> Arrays.equals(raw, input)).isPresent()));
        Optional<byte[]> raw = EcdsaForm.toRaw(input);
        raw.ifPresent(form -> require(
                EcdsaForm.toDer(form).filter(same -> Arrays.equals(same, input)).isPresent()));
        return der.isPresent() || raw.isPresent();
    }

    static byte[] goodText() {
        return HERE.mint(CodeType.EID, HERE.gatewayKey(CodeType.EID)).getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] goodChallenge() {
        return new ChallengeMinter(ChallengeKeyId.of(HERE.phone.publicKey()), message -> new byte[64])
                .mint(CHALLENGE)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] goodChallengeClaims() {
        return ChallengeCodec.encode(CHALLENGE);
    }

    private static boolean challengeBody(byte[] input) {
        try {
            require(Arrays.equals(ChallengeCodec.encode(ChallengeCodec.decode(input)), input));
            return true;
        } catch (NotDeterministic e) {
            return false;
        }
    }

    private static boolean outer(byte[] input) {
        try {
            require(Arrays.equals(Encrypt0.encode(Encrypt0.decode(input)), input));
            return true;
        } catch (NotDeterministic e) {
            return false;
        }
    }

    private static boolean body(byte[] input) {
        try {
            Sign1 body = Sign1.decode(input);
            require(Arrays.equals(body.encode(), input));
            require(Arrays.equals(Sign1.header(body.bindingKeyId()), body.protectedHeader()));
            return true;
        } catch (NotDeterministic e) {
            return false;
        }
    }

    private static boolean claims(byte[] input) {
        try {
            require(Arrays.equals(ClaimsCodec.encode(ClaimsCodec.decode(input)), input));
            return true;
        } catch (NotDeterministic e) {
            return false;
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("the decoder accepted what it would not write");
        }
    }
}
