package mo.farol.core.accesslog.note;

import java.util.Base64;

/** What follows the name in a signature line. */
final class SignatureBlob {
    private SignatureBlob() {}

    /** @return empty when it is not base64 as it is written: the last character may carry bits that decode to nothing */
    static byte[] of(String base64) {
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(blob).equals(base64) ? blob : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
