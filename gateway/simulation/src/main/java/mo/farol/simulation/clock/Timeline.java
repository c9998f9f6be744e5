package mo.farol.simulation.clock;

import java.util.PriorityQueue;

/** The one queue of events, in virtual nanoseconds. Events of the same instant happen in the order they were entered. */
public final class Timeline {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long entered;

    /** Nanoseconds since the world began. */
    public long now() {
        return now;
    }

    /** @param nanos not before now, or it happens now */
    public void at(long nanos, Runnable action) {
        events.add(new Event(Math.max(now, nanos), entered++, action));
    }

    public void after(long nanos, Runnable action) {
        at(now + nanos, action);
    }

    /** Lets all events up to {@code end} happen. */
    public void runUntil(long end) {
        Event next = events.peek();
        while (next != null && next.nanos() <= end) {
            events.remove();
            now = next.nanos();
            next.action().run();
            next = events.peek();
        }
        now = end;
    }

    private record Event(long nanos, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return nanos != other.nanos ? Long.compare(nanos, other.nanos) : Long.compare(order, other.order);
        }
    }
}
