package mo.farol.core.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Byte-identical texts whose refusal is proven, and recorded, at one terminal: from the fourth try on the refusal is
 * answered from here, and the tries are counted. Filled only after a genuine outcome. Bounded: a full table
 * forgets the oldest text that holds no count, which costs work and loses nothing.
 *
 * <p>Safe for use by several threads.
 */
public final class ProvenRefusals {
    private static final int RECORDED_TRIES = 3;
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** How many of the oldest are looked at for one to forget, so that a full table stays cheap. */
    private static final int LOOKED_AT = 32;

    private final int capacity;
    private final ReplayTable redeemed;
    private final LongSupplier nanoTime;
    private final Map<TextKey, ProvenRefusal> byText = new LinkedHashMap<>();

    ProvenRefusals(int capacity, ReplayTable redeemed, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.redeemed = redeemed;
        this.nanoTime = nanoTime;
    }

    /** Takes note of a recorded refusal, if it is one that lasts. */
    synchronized void remember(GenuineRequest request, Explanation why) {
        forgetOld();
        ProvenRefusal known = byText.get(request.text());
        if (known != null) {
            known.recorded();
        } else if (why.refusal().lasts() && hasRoom()) {
            byText.put(request.text(), new ProvenRefusal(request.key(), why, nanoTime.getAsLong()));
        }
    }

    /** The refusal of this text, when it was recorded three times and this request is not an honest retry. */
    synchronized Optional<Outcome> answer(TextKey text, AllowedRequest request) {
        ProvenRefusal known = byText.get(text);
        if (known == null || known.recordedTries() < RECORDED_TRIES || mayHaveRedeemed(known, request)) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        known.countUnrecorded(request.circumstances(), now);
        return Optional.of(new Outcome.RefusedAgain(known.why(now)));
    }

    /** Takes out the counts that have waited for {@code atLeast}; the caller records them. */
    synchronized List<Repeats> takeCounts(Duration atLeast) {
        List<Repeats> taken = new ArrayList<>();
        long now = nanoTime.getAsLong();
        for (ProvenRefusal known : byText.values()) {
            known.takeCount(now, atLeast).ifPresent(taken::add);
        }
        return taken;
    }

    /** Only a code that is used can have been redeemed by this very request, whose answer was lost on its way. */
    private boolean mayHaveRedeemed(ProvenRefusal known, AllowedRequest request) {
        return known.refusal() == Refusal.ALREADY_USED
                && redeemed.sighting(known.key(), request.read().retryKey().fingerprint()) != Sighting.BY_ANOTHER;
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        Iterator<ProvenRefusal> oldestFirst = byText.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().isOver(now, LIFE)) {
            oldestFirst.remove();
        }
    }

    private boolean hasRoom() {
        if (byText.size() < capacity) {
            return true;
        }
        Iterator<ProvenRefusal> oldestFirst = byText.values().iterator();
        for (int i = 0; i < LOOKED_AT && oldestFirst.hasNext(); i++) {
            if (!oldestFirst.next().holdsCount()) {
                oldestFirst.remove();
                return true;
            }
        }
        return false;
    }
}
