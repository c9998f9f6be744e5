package mo.farol.demo.cast;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mo.farol.demo.people.Person;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.standin.SignInProvider;
import mo.farol.phone.operator.GuardianshipEvent;
import mo.farol.phone.operator.OperatorClient;

/** Enters people, whose accounts are whose, and who may act for whom, as a registry officer would. */
public final class Entry {
    private static final int AT_ONCE = 8;

    private final OperatorClient registry;
    private final URI signIn;

    /** @param signIn the sign-in provider at which their accounts are */
    public Entry(SignIns signIns, URI signIn) {
        this.registry = signIns.officer(OperatorRole.REGISTRY_OFFICER, 1);
        this.signIn = signIn;
    }

    /** @return their e-IDs, in the order given */
    public List<UUID> residents(List<Person> people) throws IOException, InterruptedException {
        return new SyntheticBatches(registry)
                .enter(people.stream().map(Invented::withContact).toList());
    }

    /** Links everybody's accounts, at every issuer that has residents' accounts. */
    public void accounts(Members members) throws IOException, InterruptedException {
        List<Link> links = new ArrayList<>();
        for (String issuer : residentIssuers()) {
            members.all().forEach(member -> links.add(new Link(member, issuer)));
        }
        SomeAtATime.map(links, AT_ONCE, this::link);
    }

    private UUID link(Link link) throws IOException, InterruptedException {
        Member member = link.member();
        return registry.linkAccount(member.eid(), link.issuer(), SignInProvider.resident(member.n()))
                .orFail("linking an account");
    }

    /** Enters that parents may act for their children. */
    public void guardianships(Members members) throws IOException, InterruptedException {
        List<GuardianshipEvent> events = new ArrayList<>();
        for (Member parent : members.all()) {
            for (int ward : parent.wards()) {
                events.add(RegistryEvents.guardian(members.of(ward).eid(), parent.eid(), true));
            }
        }
        SomeAtATime.map(events, AT_ONCE, event -> registry.enter(event).orFail("entering a guardianship"));
    }

    private Set<String> residentIssuers() {
        Set<String> issuers = new HashSet<>();
        for (SignInClient client : EnumSet.complementOf(EnumSet.of(SignInClient.DSI_CONSOLE))) {
            issuers.add(SignInProvider.issuer(signIn, client));
        }
        return issuers;
    }

    private record Link(Member member, String issuer) {}
}
