package mo.farol.demo.world;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.kit.KitTarget;
import mo.farol.demo.seed.Catalogue;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.Seeded;
import mo.farol.demo.state.StateFolder;

/** Writes what programs may know of a running demo. */
final class Summaries {
    /** The catalogue's institution that perf kits enrol terminals for. */
    private static final String LOAD_TESTS = "Ensaio de carga (demo)";

    private Summaries() {}

    static void write(StateFolder folder, List<GatewayAddress> gateways, StandInAddresses outside, Seeded seeded)
            throws IOException {
        String issuer = gateways.getFirst().api().toString();
        TreeSet<String> purposes = new TreeSet<>();
        seeded.terminals().forEach(terminal -> purposes.addAll(terminal.purposes()));
        new DemoSummary(
                        gateways.getFirst().api(),
                        gateways.stream().map(GatewayAddress::api).toList(),
                        null,
                        gateways.getFirst().management(),
                        gateways.stream().map(GatewayAddress::management).toList(),
                        issuer,
                        ProcessHandle.current().pid(),
                        outside.signIn(),
                        outside.faceCheck(),
                        outside.kiosks(),
                        folder.mail().toString(),
                        seeded.terminals(),
                        seeded.residents(),
                        List.copyOf(purposes),
                        Arrays.stream(OperatorRole.values())
                                .map(role -> new DemoSummary.OperatorRow(role.label()))
                                .toList())
                .write(folder.summary());
        target(gateways, issuer, outside).write(folder.target());
    }

    private static KitTarget target(List<GatewayAddress> gateways, String issuer, StandInAddresses outside)
            throws IOException {
        Catalogue catalogue = Catalogue.shipped();
        Catalogue.InstitutionRow loadTests = catalogue.institutions().stream()
                .filter(row -> row.name().equals(LOAD_TESTS))
                .findFirst()
                .orElseThrow();
        return new KitTarget(
                gateways.stream().map(GatewayAddress::api).toList(),
                issuer,
                outside.signIn(),
                loadTests.name(),
                catalogue.means(),
                loadTests.purposes());
    }
}
