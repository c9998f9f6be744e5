package mo.farol.demo.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import mo.farol.phone.code.CodeKeys;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.Phone;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;

/** The phones and terminals of a kit. */
final class Crowd {
    private final PerfKit kit;
    private final Optional<SSLContext> tls;
    private final KitPhones phones;
    private final Phone phone;
    private final CodeKeys keys;

    Crowd(PerfKit kit, Optional<SSLContext> tls) throws Exception {
        this.kit = kit;
        this.tls = tls;
        Crypto crypto = Crypto.preferred().crypto();
        this.phones = new KitPhones(crypto);
        try (Transport transport = transport()) {
            this.keys = new CodeKeysSource(transport, new GatewayAddresses(kit.gateways())).fetch();
            this.phone = new Phone(
                    new CodeMinter(crypto, new SecureRandom()), keys, new CountersInMemory(), Clock.systemUTC());
        }
    }

    CodeKeys keys() {
        return keys;
    }

    String code(int n) {
        return phone.code(phones.eid(kit.resident(n).orElseThrow()), CodeType.EID);
    }

    /** A terminal that knows only these gateways. */
    TerminalClient terminal(int number, List<URI> gateways) {
        return new TerminalClient(
                kit.terminals().get(number).key(), kit.issuer(), new GatewayAddresses(gateways), transport(), "en");
    }

    private Transport transport() {
        return tls.map(context -> Transport.over(context, HttpClient.Version.HTTP_1_1))
                .orElseGet(() -> Transport.plain(HttpClient.Version.HTTP_1_1));
    }
}
