package mo.farol.core.civilregistry;

import java.util.List;

/**
 * Rows to be committed together.
 *
 * @param from where the file was read up to before them
 * @param entries at least one, in the order of the file; no ID number and no pair of people twice
 */
public record Batch(Pass pass, Position from, List<Entry> entries) {
    public Batch {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a batch has rows");
        }
        entries = List.copyOf(entries);
    }

    public Position end() {
        return entries.getLast().end();
    }

    /** Two batches in the place of this one, which has at least two entries. */
    public List<Batch> halves() {
        int middle = entries.size() / 2;
        Batch first = new Batch(pass, from, entries.subList(0, middle));
        return List.of(first, new Batch(pass, first.end(), entries.subList(middle, entries.size())));
    }
}
