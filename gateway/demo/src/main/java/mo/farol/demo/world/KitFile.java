package mo.farol.demo.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import mo.farol.demo.cast.Phones;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.TerminalKey;

/**
 * The keys of the demo's terminals and phones, in a file for its commands and for load tests. What happens to the phones
 * is written into it anew.
 */
public final class KitFile {
    private final Path file;
    private final List<URI> gateways;
    private final String issuer;
    private final List<KitTerminal> terminals;

    KitFile(Path file, List<URI> gateways, String issuer, List<KitTerminal> terminals) {
        this.file = file;
        this.gateways = List.copyOf(gateways);
        this.issuer = issuer;
        this.terminals = List.copyOf(terminals);
    }

    /** The terminals of an earlier start, at the addresses of this one. */
    static KitFile of(Path file, List<URI> gateways, String issuer) throws IOException {
        return new KitFile(file, gateways, issuer, PerfKit.read(file).terminals());
    }

    /** Writes what the phones hold now. */
    public PerfKit write(Phones phones) throws IOException {
        PerfKit kit = new PerfKit(gateways, issuer, terminals, phones.kit());
        kit.write(file);
        return kit;
    }

    /** @throws IllegalArgumentException when there is no terminal of this name */
    TerminalKey terminal(String name) {
        return terminals.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(KitTerminal::key)
                .orElseThrow(() -> new IllegalArgumentException("no terminal is called " + name));
    }
}
