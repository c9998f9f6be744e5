package mo.farol.bench.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import mo.farol.bench.goal.Sizes;

/**
 * The command line.
 *
 * @param only the goals to take
 * @param pairs instead of the usual number, as {@code count} and {@code rows}
 * @param out where the table goes besides
 * @param keycloak a distribution
 */
record Options(
        boolean help,
        boolean quick,
        Set<GoalName> only,
        OptionalInt pairs,
        OptionalInt count,
        OptionalInt rows,
        Optional<Path> out,
        Optional<Path> keycloak) {
    static final String HELP = """
        Usage: ./farol bench [--only P1,P6] [--quick] [--pairs N] [--count N] [--rows N]
                             [--keycloak DIR] [--out FILE]

        Starts PostgreSQL, gateways and the peers on the loopback address, makes codes, drives them with
        wrk, and measures the CPU of whole processes around a fixed number of requests, in alternating
        pairs. Every answer is counted and checked. Prints each step, one table, and one last line,
        P1_hpke=... P1_ticket=... Needs wrk; P1 and P4 need haproxy, P2 openssl, P3 a Keycloak.
        Have the machine to yourself.

          --only GOALS    some of P1,P2,P3,P4,P5,P6,P7,P8,P10, with commas; all by default
          --quick         fewer pairs and requests: shows in minutes that it works
          --pairs N       1 to 100 alternating pairs; 5 by default, 2 with --quick
          --count N       100 to 1000000 requests in a step; 20000 by default, 3000 with --quick
          --rows N        20000 to 10000000 bindings in P5's larger database, and ten access records for
                          each, as far as half of the free disk takes them; 1000000 by default, 50000
                          with --quick
          --keycloak DIR  an unpacked Keycloak distribution for P3; else one in ../shared, or the one
                          that the build fetches
          --out FILE      write the table, with the date and the machine, as markdown

        Exit status: 0 measured (whatever came out), 2 a usage error, 1 it failed: answers were not what
        they should be, or nothing could be measured.
        """;

    static Options parse(List<String> arguments) throws UsageError {
        Draft draft = new Draft();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String[] parts = left.removeFirst().split("=", 2);
            draft.take(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty(), left);
        }
        return draft.done();
    }

    Sizes sizes() {
        Sizes sizes = quick ? Sizes.quick() : Sizes.full();
        sizes = pairs.isPresent() ? sizes.withPairs(pairs.getAsInt()) : sizes;
        sizes = count.isPresent() ? sizes.withCount(count.getAsInt()) : sizes;
        return rows.isPresent() ? sizes.withRows(rows.getAsInt()) : sizes;
    }

    private static final class Draft {
        private boolean help;
        private boolean quick;
        private Set<GoalName> only = EnumSet.allOf(GoalName.class);
        private OptionalInt pairs = OptionalInt.empty();
        private OptionalInt count = OptionalInt.empty();
        private OptionalInt rows = OptionalInt.empty();
        private Optional<Path> out = Optional.empty();
        private Optional<Path> keycloak = Optional.empty();

        private void take(String name, Optional<String> given, List<String> left) throws UsageError {
            switch (name) {
                case "--help", "-h" -> help = true;
                case "--quick" -> quick = true;
                case "--only" -> only = GoalName.parse(value(name, given, left));
                case "--pairs" -> pairs = number(name, value(name, given, left), 1, 100);
                case "--count" -> count = number(name, value(name, given, left), 100, 1_000_000);
                case "--rows" -> rows = number(name, value(name, given, left), 20_000, 10_000_000);
                case "--out" -> out = Optional.of(Path.of(value(name, given, left)));
                case "--keycloak" -> keycloak = Optional.of(Path.of(value(name, given, left)));
                default -> throw new UsageError("unknown argument: " + name + " (see ./farol bench --help)");
            }
        }

        private Options done() {
            return new Options(help, quick, only, pairs, count, rows, out, keycloak);
        }

        private static String value(String name, Optional<String> given, List<String> left) throws UsageError {
            if (given.isPresent()) {
                return given.get();
            }
            if (left.isEmpty()) {
                throw new UsageError(name + " needs a value");
            }
            return left.removeFirst();
        }

        private static OptionalInt number(String name, String text, int least, int most) throws UsageError {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return OptionalInt.of(number);
                }
            } catch (NumberFormatException notOne) {
                throw new UsageError(name + " must be a whole number, not " + text);
            }
            throw new UsageError(name + " must be from " + least + " to " + most + ", not " + text);
        }
    }
}
