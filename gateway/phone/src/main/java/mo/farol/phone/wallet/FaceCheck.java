package mo.farol.phone.wallet;

import java.net.URI;

/** @param captureUrl where the phone's camera sends what it sees, and gets the provider's assertion */
public record FaceCheck(String check, URI captureUrl, String expires) {}
