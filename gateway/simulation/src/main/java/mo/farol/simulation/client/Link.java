package mo.farol.simulation.client;

import java.util.OptionalLong;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;

/**
 * The network between one gateway and the server, each way. While it is cut TCP sends again and again, and gives up after
 * 3 s: {@code tcp_user_timeout}.
 */
public final class Link {
    static final long GIVES_UP = 3 * Nanos.SECOND;

    private final Timeline timeline;
    private final Chance chance;
    private long cutUpUntil;
    private long cutDownUntil;

    public Link(Timeline timeline, Chance chance) {
        this.timeline = timeline;
        this.chance = chance;
    }

    /** @param up to the server; {@code down} from it */
    public void cut(boolean up, boolean down, long nanos) {
        long until = timeline.now() + nanos;
        cutUpUntil = up ? Math.max(cutUpUntil, until) : cutUpUntil;
        cutDownUntil = down ? Math.max(cutDownUntil, until) : cutDownUntil;
    }

    OptionalLong arrivalUp() {
        return arrival(cutUpUntil);
    }

    OptionalLong arrivalDown() {
        return arrival(cutDownUntil);
    }

    private OptionalLong arrival(long cutUntil) {
        long leaves = Math.max(timeline.now(), cutUntil);
        return leaves - timeline.now() > GIVES_UP
                ? OptionalLong.empty()
                : OptionalLong.of(leaves + chance.mostly(30 * Nanos.MICRO, 2 * Nanos.MILLI));
    }
}
