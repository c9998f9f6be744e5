package mo.farol.phone.wallet;

import java.io.IOException;
import java.net.URI;

/** The part of the face-check provider that runs on the phone: shows a face to the provider, gets its assertion. */
public interface FaceCamera {
    /**
     * @param captureUrl where this check takes its pictures
     * @return what the provider signed, compact JWS
     * @throws IOException when the provider cannot be reached, or does not take the picture
     */
    String assertion(URI captureUrl) throws IOException, InterruptedException;
}
