package mo.farol.chaos.world;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mo.farol.chaos.fault.Fault;
import mo.farol.chaos.fault.Side;

/** Cuts the net by packet filters: who is to hear nothing drops what comes in. */
final class Cuts {
    private final List<Place> gateways;
    private final List<Place> postgres;
    private final String movingAddress;

    Cuts(List<Place> gateways, List<Place> postgres, String movingAddress) {
        this.gateways = List.copyOf(gateways);
        this.postgres = List.copyOf(postgres);
        this.movingAddress = movingAddress;
    }

    Undo cut(Fault.Cut cut) throws IOException, InterruptedException {
        List<Deaf> deaf = new ArrayList<>(deaf(cut.from(), cut.to()));
        if (!cut.oneWay()) {
            deaf.addAll(deaf(cut.to(), cut.from()));
        }
        for (Deaf each : deaf) {
            each.place().refuse(each.senders());
        }
        return () -> {
            for (Deaf each : deaf) {
                each.place().admit(each.senders());
            }
        };
    }

    /** Cuts the standby off from the primary, both ways. */
    void cutReplication() throws IOException, InterruptedException {
        postgres.get(0).refuse(List.of(postgres.get(1).address()));
        postgres.get(1).refuse(List.of(postgres.get(0).address()));
    }

    void healReplication() throws IOException, InterruptedException {
        postgres.get(0).admit(List.of(postgres.get(1).address()));
        postgres.get(1).admit(List.of(postgres.get(0).address()));
    }

    private List<Deaf> deaf(Side from, Side to) {
        List<Deaf> deaf = new ArrayList<>();
        for (Place receiver : places(to)) {
            List<String> senders = places(from).stream()
                    .filter(sender -> !sender.equals(receiver) && !(isServer(sender) && isServer(receiver)))
                    .flatMap(sender -> addresses(sender).stream())
                    .distinct()
                    .toList();
            if (!senders.isEmpty()) {
                deaf.add(new Deaf(receiver, senders));
            }
        }
        return deaf;
    }

    private List<Place> places(Side side) {
        return switch (side) {
            case Side.Gateway(int node) -> List.of(gateways.get(node - 1));
            case Side.EveryGateway _ -> gateways;
            case Side.Postgres _ -> postgres;
            case Side.Everybody _ -> {
                List<Place> all = new ArrayList<>(gateways);
                all.addAll(postgres);
                yield all;
            }
        };
    }

    private boolean isServer(Place place) {
        return postgres.contains(place);
    }

    private List<String> addresses(Place place) {
        return isServer(place) ? List.of(place.address(), movingAddress) : List.of(place.address());
    }

    private record Deaf(Place place, List<String> senders) {}
}
