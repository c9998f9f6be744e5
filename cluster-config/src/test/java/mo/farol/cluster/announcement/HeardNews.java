package mo.farol.cluster.announcement;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what a listener hears. */
public final class HeardNews implements AnnouncementListener {
    private final List<Integer> numbers = new CopyOnWriteArrayList<>();
    private final AtomicInteger missed = new AtomicInteger();

    /** An announcement that carries a number. */
    public static Announcement number(int number) {
        return new Announcement(Announcement.REDEEMED, new byte[] {(byte) (number >> 8), (byte) number});
    }

    @Override
    public void announced(Announcement announcement) {
        byte[] body = announcement.body();
        numbers.add(Byte.toUnsignedInt(body[0]) << 8 | Byte.toUnsignedInt(body[1]));
    }

    @Override
    public void mayHaveMissedSome() {
        missed.incrementAndGet();
    }

    public List<Integer> numbers() {
        return numbers;
    }

    public int missed() {
        return missed.get();
    }
}
