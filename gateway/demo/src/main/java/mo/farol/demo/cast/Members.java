package mo.farol.demo.cast;

import java.util.List;
import java.util.Optional;

/** Everybody in the demo, in the order of their numbers. */
public record Members(List<Member> all) {
    public Members {
        all = List.copyOf(all);
    }

    /** @throws IllegalArgumentException when there is nobody with this number */
    public Member of(int n) {
        if (n < 1 || n > all.size()) {
            throw new IllegalArgumentException("there are residents 1 to " + all.size());
        }
        return all.get(n - 1);
    }

    /** The parent of a minor; empty for everybody else. */
    public Optional<Member> parentOf(int n) {
        return all.stream().filter(member -> member.wards().contains(n)).findFirst();
    }
}
