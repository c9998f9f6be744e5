package mo.farol.demo.standin;

import java.io.IOException;
import java.net.URI;
import mo.farol.demo.gateway.FreePorts;

/**
 * Where the stand-ins listen, on the loopback address.
 *
 * @param signIn of the sign-in provider; its issuers are below it
 * @param faceCheck of the face-check provider, which is its issuer too
 * @param kiosks of the kiosks' provider, which is its issuer too
 * @param mailPort of the mail server (SMTP)
 */
public record StandInAddresses(URI signIn, URI faceCheck, URI kiosks, int mailPort) {
    private static final int SIGN_IN = 8580;
    private static final int FACE_CHECK = 8581;
    private static final int KIOSKS = 8582;
    private static final int MAIL = 8525;

    /** The same from start to start unless somebody took the ports. */
    public static StandInAddresses usual() throws IOException {
        return new StandInAddresses(
                loopback(FreePorts.near(SIGN_IN)),
                loopback(FreePorts.near(FACE_CHECK)),
                loopback(FreePorts.near(KIOSKS)),
                FreePorts.near(MAIL));
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
