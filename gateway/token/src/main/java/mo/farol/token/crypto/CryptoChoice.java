package mo.farol.token.crypto;

/**
 * Which cryptography is in use, and why: the server says it at start.
 *
 * @param crypto what to use
 * @param reason one sentence for the log
 * @param fallback whether the slow implementation stands in for the native one
 */
public record CryptoChoice(Crypto crypto, String reason, boolean fallback) {
    static CryptoChoice preferred() {
        try {
            ConscryptCrypto conscrypt = new ConscryptCrypto();
            return new CryptoChoice(conscrypt, "native code for this platform loaded", false);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | CryptoUnavailable e) {
            String reason = "Conscrypt's native code did not load: " + e.getMessage();
            return new CryptoChoice(new BouncyCastleCrypto(), reason, true);
        }
    }
}
