package mo.farol.chaos.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param quick no fault lasts longer than eight seconds
 * @param seed of the first schedule; the next has the next number
 * @param replay a history to judge again, instead of a run
 * @param planted the name of a deliberate bug to run with
 * @param out where histories and the table go
 */
record Options(
        boolean help,
        boolean quick,
        int schedules,
        long seed,
        Optional<Path> replay,
        Optional<String> planted,
        Path out) {
    static final String HELP = """
        Usage: ./farol chaos [--quick] [--schedules N] [--seed S] [--planted NAME] [--out DIR]
               ./farol chaos --replay FILE

        Starts three gateways and PostgreSQL with a standby as real processes in network namespaces (needs
        root), drives codes, challenges, replays, retries and withdrawals at all of them, kills, freezes, cuts and
        restores them, and checks every answer, and that no file which the run wrote holds anybody's
        values. Ends with one line of figures.

          --quick         no fault lasts longer than 8 seconds (else up to 60)
          --schedules N   how many fault schedules, one after the other: 1 to 100000; 5 by default
          --seed S        the first schedule's seed, a whole number; the others follow it. By default
                          the time. The same seed draws the same faults at the same times
          --planted NAME  run with a deliberate bug, which must be found: 3 if it was, 1 if not.
                          without-NAME: the same without the bug; all, without-all: one after
                          the other, with a table, and 0 if all went as it should
          --out DIR       where histories and the table of the run go; target/chaos by default
          --replay FILE   judge a written history again, and say how to run its schedule again

        Exit status: 0 no promise was broken, 3 one was (the last lines name it), 2 a usage error,
        1 the harness itself failed.
        """;

    /** The same for one planted bug, in a folder of its own. */
    Options forPlanted(String name) {
        return new Options(help, quick, schedules, seed, replay, Optional.of(name), out.resolve(name));
    }

    static Options parse(List<String> arguments) throws UsageError {
        Draft draft = new Draft();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String[] parts = left.removeFirst().split("=", 2);
            draft.take(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty(), left);
        }
        return draft.done();
    }

    private static final class Draft {
        private boolean help;
        private boolean quick;
        private int schedules = 5;
        private long seed = System.currentTimeMillis() / 1000;
        private Optional<Path> replay = Optional.empty();
        private Optional<String> planted = Optional.empty();
        private Path out = Path.of(System.getProperty("farol.home", ""), "target", "chaos");

        private void take(String name, Optional<String> given, List<String> left) throws UsageError {
            switch (name) {
                case "--help", "-h" -> help = true;
                case "--quick" -> quick = true;
                case "--schedules" -> schedules = (int) number(name, value(name, given, left), 1, 100_000);
                case "--seed" -> seed = number(name, value(name, given, left), Long.MIN_VALUE, Long.MAX_VALUE);
                case "--replay" -> replay = Optional.of(Path.of(value(name, given, left)));
                case "--planted" -> planted = Optional.of(value(name, given, left));
                case "--out" -> out = Path.of(value(name, given, left));
                default -> throw new UsageError("unknown argument: " + name + " (see ./farol chaos --help)");
            }
        }

        private Options done() {
            return new Options(help, quick, schedules, seed, replay, planted, out);
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

        private static long number(String name, String text, long least, long most) throws UsageError {
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notOne) {
                throw new UsageError(name + " must be a whole number, not " + text);
            }
            throw new UsageError(name + " must be from " + least + " to " + most + ", not " + text);
        }
    }
}
