package mo.farol.demo.job;

import com.nimbusds.jose.jwk.ECKey;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mo.farol.core.registry.Registry;
import mo.farol.demo.state.Seeded;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.Phone;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.ReleaseOpener;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.CodeType;

/** What the acts of the main job play with: one phone that holds everybody's e-ID, all terminals, the registry. */
final class Stage implements AutoCloseable {
    private final PerfKit kit;
    private final Phone phone;
    private final KitPhones phones;
    private final Registry registry;
    private final Seeded seeded;
    private final Path pictures;
    private final Map<String, TerminalClient> terminals = new HashMap<>();

    Stage(PerfKit kit, Phone phone, KitPhones phones, Registry registry, Seeded seeded, Path pictures) {
        this.kit = kit;
        this.phone = phone;
        this.phones = phones;
        this.registry = registry;
        this.seeded = seeded;
        this.pictures = pictures;
    }

    /** A fresh code of resident {@code n}. */
    String code(int n, CodeType type) {
        BoundEid eid = phones.eid(kit.resident(n).orElseThrow());
        return phone.code(eid, type);
    }

    String eidCode(int n) {
        return code(n, CodeType.EID);
    }

    /** The terminal of this name, signed in at its first use. */
    TerminalClient terminal(String name) {
        return terminals.computeIfAbsent(
                name,
                wanted -> new TerminalClient(
                        kit.terminal(wanted).orElseThrow().key(),
                        kit.issuer(),
                        new GatewayAddresses(kit.gateways()),
                        Transport.plain(HttpClient.Version.HTTP_1_1),
                        "en"));
    }

    /** Opens releases to the only institution of the demo that takes them encrypted. */
    ReleaseOpener bankOpener() throws java.text.ParseException {
        return new ReleaseOpener(
                ECKey.parse(seeded.releaseKeys().values().iterator().next()));
    }

    Registry registry() {
        return registry;
    }

    long terminalRow(String name) {
        Long row = seeded.terminalRows().get(name);
        if (row == null) {
            throw new IllegalArgumentException("no terminal is called " + name);
        }
        return row;
    }

    Path picture(String name) {
        return pictures.resolve(name);
    }

    @Override
    public void close() {
        terminals.values().forEach(TerminalClient::close);
    }
}
