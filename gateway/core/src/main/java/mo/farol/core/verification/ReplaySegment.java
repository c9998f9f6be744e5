package mo.farol.core.verification;

/**
 * An open-addressing table with linear probing, four longs a slot: binding key id; iat and mint counter; random part of
 * the cti; request fingerprint and expiry. Between 53 and 80 % full once it has grown, so at most 60 bytes an entry.
 *
 * <p>Not safe for use by several threads: {@link ReplayTable} locks it.
 */
final class ReplaySegment {
    private static final int WORDS = 4;
    private static final int SMALLEST = 64;
    private static final int SWEPT_PER_PUT = 4;

    private final int largest;
    private long[] words;
    private int slots;
    private int size;
    private int cursor;

    ReplaySegment(int capacity) {
        this.largest = Math.addExact(capacity, capacity / 4 + 1);
        this.slots = Math.min(SMALLEST, largest);
        this.words = new long[slots * WORDS];
    }

    void put(RedemptionKey key, int requestFingerprint, int now, int expiry) {
        sweep(now);
        int slot = find(key);
        if (isEmpty(slot)) {
            if (!hasRoom()) {
                return;
            }
            slot = find(key);
            size++;
        } else if (!isExpired(slot, now)) {
            return;
        }
        words[slot * WORDS] = key.bindingKeyId().value();
        words[slot * WORDS + 1] = iatAndCounter(key);
        words[slot * WORDS + 2] = key.cti().random();
        words[slot * WORDS + 3] = (long) requestFingerprint << 32 | expiry & 0xFFFF_FFFFL;
    }

    Sighting sighting(RedemptionKey key, int requestFingerprint, int now) {
        int slot = find(key);
        if (isEmpty(slot) || isExpired(slot, now)) {
            return Sighting.NONE;
        }
        int by = (int) (words[slot * WORDS + 3] >>> 32);
        return by == requestFingerprint ? Sighting.BY_THIS_REQUEST : Sighting.BY_ANOTHER;
    }

    int size() {
        return size;
    }

    long bytes() {
        return (long) words.length * Long.BYTES;
    }

    /** A well-spread hash of the key; its top four bits choose the segment, the others the slot. */
    static long mix(RedemptionKey key) {
        return mix(key.bindingKeyId().value(), iatAndCounter(key), key.cti().random());
    }

    private static long mix(long a, long b, long c) {
        long mixed = (a ^ Long.rotateLeft(b, 21) ^ Long.rotateLeft(c, 42)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 29;
    }

    private static long iatAndCounter(RedemptionKey key) {
        return key.iat() << 32 | key.cti().counter() & 0xFFFF_FFFFL;
    }

    /** The slot that holds the key, or the empty one where it belongs. */
    private int find(RedemptionKey key) {
        long first = key.bindingKeyId().value();
        long second = iatAndCounter(key);
        long third = key.cti().random();
        int slot = home(first, second, third);
        while (!isEmpty(slot) && !holds(slot, first, second, third)) {
            slot = next(slot);
        }
        return slot;
    }

    private boolean holds(int slot, long first, long second, long third) {
        int at = slot * WORDS;
        return words[at] == first && words[at + 1] == second && words[at + 2] == third;
    }

    private int home(long first, long second, long third) {
        return (int) ((mix(first, second, third) << 4 >>> 33) * slots >>> 31);
    }

    private int homeOf(int slot) {
        int at = slot * WORDS;
        return home(words[at], words[at + 1], words[at + 2]);
    }

    private int next(int slot) {
        return slot + 1 == slots ? 0 : slot + 1;
    }

    private boolean isEmpty(int slot) {
        return words[slot * WORDS + 3] == 0;
    }

    private boolean isExpired(int slot, int now) {
        return (int) words[slot * WORDS + 3] - now <= 0;
    }

    /** Room for one more entry and an empty slot behind it, growing by half as long as the bound allows. */
    private boolean hasRoom() {
        if ((size + 1L) * 5 <= slots * 4L) {
            return true;
        }
        if (slots == largest) {
            return false;
        }
        growTo(Math.min(largest, slots + slots / 2));
        return (size + 1L) * 5 <= slots * 4L;
    }

    private void growTo(int moreSlots) {
        long[] old = words;
        words = new long[Math.multiplyExact(moreSlots, WORDS)];
        slots = moreSlots;
        cursor = 0;
        for (int at = 0; at < old.length; at += WORDS) {
            if (old[at + 3] != 0) {
                int slot = home(old[at], old[at + 1], old[at + 2]);
                while (!isEmpty(slot)) {
                    slot = next(slot);
                }
                System.arraycopy(old, at, words, slot * WORDS, WORDS);
            }
        }
    }

    /** Removes what has expired in the next few slots, so that no entry stays for more than a round. */
    private void sweep(int now) {
        for (int i = 0; i < SWEPT_PER_PUT; i++) {
            if (!isEmpty(cursor) && isExpired(cursor, now)) {
                remove(cursor);
            } else {
                cursor = next(cursor);
            }
        }
    }

    /** Removes a slot and moves back those behind it that probing reached through it. */
    private void remove(int removed) {
        int gap = removed;
        for (int slot = next(gap); !isEmpty(slot); slot = next(slot)) {
            if (distance(homeOf(slot), slot) >= distance(gap, slot)) {
                System.arraycopy(words, slot * WORDS, words, gap * WORDS, WORDS);
                gap = slot;
            }
        }
        words[gap * WORDS + 3] = 0;
        size--;
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + slots;
    }
}
