package mo.farol.simulation.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;

/** The announcements between gateways: late, out of order, twice or not at all. Nothing may rest on them. */
public final class Bus {
    private final Timeline timeline;
    private final Chance chance;
    private final int lostOneIn;
    private final Map<Integer, Gateway> members = new LinkedHashMap<>();
    private int apart = -1;
    private long apartUntil;

    /** @param lostOneIn how many announcements are lost: one in so many */
    public Bus(Timeline timeline, Chance chance, int lostOneIn) {
        this.timeline = timeline;
        this.chance = chance;
        this.lostOneIn = lostOneIn;
    }

    public void join(int number, Gateway gateway) {
        members.put(number, gateway);
    }

    /** One gateway neither hears nor is heard for a while; -1: nobody hears anybody. */
    public void partition(int number, long nanos) {
        apart = number;
        apartUntil = timeline.now() + nanos;
    }

    /** Tells everybody but the sender; -1: a sender outside. */
    public void tell(int from, Consumer<Gateway> news) {
        for (Map.Entry<Integer, Gateway> member : members.entrySet()) {
            if (member.getKey() != from && connected(from, member.getKey())) {
                for (int copies = copies(); copies > 0; copies--) {
                    Gateway hearer = member.getValue();
                    hearer.process().post(chance.mostly(Nanos.MILLI, 400 * Nanos.MILLI), () -> news.accept(hearer));
                }
            }
        }
    }

    private int copies() {
        if (chance.oneIn(lostOneIn)) {
            return 0;
        }
        return chance.oneIn(20) ? 2 : 1;
    }

    private boolean connected(int from, int to) {
        return timeline.now() >= apartUntil || apart >= 0 && from != apart && to != apart;
    }
}
