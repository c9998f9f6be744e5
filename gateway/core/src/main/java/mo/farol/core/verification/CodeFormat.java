package mo.farol.core.verification;

import java.util.Optional;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.GenuineCode;
import mo.farol.token.NotReadable;
import mo.farol.token.OpenedCode;
import mo.farol.token.ParsedCode;

/** The code format as the steps use it: three functions of the token room with the key ring behind them. */
public interface CodeFormat {
    /** Strict and bounded; no cryptography. */
    ParsedCode parse(String text) throws NotReadable;

    /** Opens with the key ring in force at this moment; the type follows from the key. */
    OpenedCode open(ParsedCode parsed) throws NotReadable;

    /** @return empty when the signature is not this key's */
    Optional<GenuineCode> verify(OpenedCode opened, BindingPublicKey key);

    /** Does the work of {@link #verify} for a code whose binding is unknown, and finds nothing. */
    void verifyInVain(OpenedCode opened);
}
