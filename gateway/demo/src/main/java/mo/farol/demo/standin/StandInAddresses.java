package mo.farol.demo.standin;

import java.io.IOException;
import java.net.URI;
import mo.farol.demo.gateway.FreePorts;

/**
 * Where the stand-ins listen, all on one host.
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

    /** On loopback: the same from start to start unless somebody took the ports. */
    public static StandInAddresses usual() throws IOException {
        return new StandInAddresses(
                loopback(FreePorts.near(SIGN_IN)),
                loopback(FreePorts.near(FACE_CHECK)),
                loopback(FreePorts.near(KIOSKS)),
                FreePorts.near(MAIL));
    }

    /** At the usual ports of an address at which nobody else listens. */
    public static StandInAddresses on(String host) {
        return new StandInAddresses(at(host, SIGN_IN), at(host, FACE_CHECK), at(host, KIOSKS), MAIL);
    }

    /** The one host. */
    public String host() {
        return signIn.getHost();
    }

    private static URI loopback(int port) {
        return at("127.0.0.1", port);
    }

    private static URI at(String host, int port) {
        return URI.create("http://" + host + ":" + port);
    }
}
