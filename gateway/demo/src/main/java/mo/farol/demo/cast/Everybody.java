package mo.farol.demo.cast;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kiosk.KioskClient;
import mo.farol.phone.terminal.TerminalKey;
import mo.farol.phone.terminal.TerminalSession;
import mo.farol.token.crypto.Crypto;

/** The demo's people with all they act by. */
public record Everybody(Members members, SignIns signIns, Phones phones, Kiosk kiosk, CastBinder binder)
        implements AutoCloseable {
    /**
     * @param issuer the gateways'
     * @param kiosk the kiosk's terminal
     * @param phones the folder of their phones' files
     */
    public static Everybody of(
            Members members, List<URI> gateways, String issuer, StandInAddresses at, TerminalKey kiosk, Path phones)
            throws IOException {
        SignIns signIns = new SignIns(gateways, at.signIn());
        Phones held = Phones.in(phones, members, Crypto.preferred().crypto());
        Kiosk machine = new Kiosk(
                new KioskClient(new TerminalSession(
                        kiosk,
                        issuer,
                        new GatewayAddresses(gateways),
                        Transport.plain(HttpClient.Version.HTTP_1_1),
                        "en")),
                signIns.transport(),
                at.kiosks(),
                kiosk.name());
        return new Everybody(members, signIns, held, machine, new CastBinder(members, signIns, held, machine));
    }

    @Override
    public void close() {
        kiosk.close();
        signIns.close();
    }
}
