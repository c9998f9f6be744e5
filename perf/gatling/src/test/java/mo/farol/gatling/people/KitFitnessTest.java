package mo.farol.gatling.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mo.farol.gatling.plan.LoadPlan;
import mo.farol.gatling.plan.SimulationName;
import mo.farol.gatling.plan.UsageError;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.kit.KitSignIn;
import mo.farol.phone.kit.PerfKit;
import org.junit.jupiter.api.Test;

class KitFitnessTest {
    private static final URI GATEWAY = URI.create("http://g");
    private static final KitSignIn SIGN_IN = new KitSignIn(URI.create("http://s/token"), "app", "strong");

    private final PerfKit kit = new PerfKit(
            List.of(GATEWAY),
            "issuer",
            List.of(),
            IntStream.rangeClosed(1, 21)
                    .mapToObj(n -> new KitResident(n, "00", "key", n == 21 ? "minor" : "adult", "account-" + n))
                    .toList(),
            SIGN_IN);

    @Test
    void keepsTheKitsAddressesUnlessOthersAreGiven() throws UsageError {
        assertThat(KitFitness.fitted(plan(SimulationName.SOAK), kit)).isSameAs(kit);
        PerfKit elsewhere = KitFitness.fitted(plan(SimulationName.SOAK, "--gateways", "http://a,http://b"), kit);
        assertThat(elsewhere.gateways()).containsExactly(URI.create("http://a"), URI.create("http://b"));
        assertThat(elsewhere.signIn()).isEqualTo(SIGN_IN);
    }

    @Test
    void asksForTwoAddressesToLoseOneOf() throws UsageError {
        LoadPlan plan = plan(SimulationName.NODE_LOSS);
        assertThatThrownBy(() -> KitFitness.fitted(plan, kit))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("at least two addresses");
    }

    @Test
    void letsHalfOfThoseUnbindWhoCan() throws UsageError {
        LoadPlan enough = plan(SimulationName.UNBIND_UNDER_LOAD, "--seconds", "10");
        assertThat(KitFitness.fitted(enough, kit)).isSameAs(kit);
        LoadPlan tooMany = plan(SimulationName.UNBIND_UNDER_LOAD, "--seconds", "11");
        assertThatThrownBy(() -> KitFitness.fitted(tooMany, kit))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("11 residents would unbind, and half of the kit's 20 may");
    }

    @Test
    void asksForAccountsToUnbindBy() throws UsageError {
        LoadPlan plan = plan(SimulationName.UNBIND_UNDER_LOAD);
        PerfKit without = new PerfKit(kit.gateways(), kit.issuer(), kit.terminals(), kit.residents());
        assertThatThrownBy(() -> KitFitness.fitted(plan, without))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("no accounts");
    }

    private static LoadPlan plan(SimulationName simulation, String... flags) throws UsageError {
        List<String> typed = new ArrayList<>(List.of("--kit", "k"));
        typed.addAll(List.of(flags));
        return LoadPlan.of(simulation, typed, Path.of("out"));
    }
}
