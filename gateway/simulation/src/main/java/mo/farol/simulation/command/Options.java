package mo.farol.simulation.command;

import mo.farol.simulation.planted.Planted;

/**
 * What the command line asks for.
 *
 * @param first the first seed
 * @param seeds how many, one after another
 * @param trace whether to print what happens
 */
record Options(long first, long seeds, boolean trace, Planted planted) {
    static final String USAGE = """
            usage: farol simulate [--seeds N] [--first S] [--planted NAME]
                   farol simulate --seed S [--trace] [--planted NAME]
            exit: 0 no violation, 3 a violation, 2 a usage error""";

    private static final long SEEDS = 1_000;

    /** A command line that says nothing sensible. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why, null, false, false);
        }
    }

    static Options of(String[] arguments) throws Unusable {
        Options options = new Options(1, SEEDS, false, Planted.NONE);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if ("--trace".equals(name)) {
                options = new Options(options.first, options.seeds, true, options.planted);
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new Unusable(name + " is not known, or needs a value");
            }
            options = options.with(name, arguments[++i]);
        }
        if (options.trace && options.seeds != 1) {
            throw new Unusable("--trace goes with --seed");
        }
        return options;
    }

    private Options with(String name, String value) throws Unusable {
        return switch (name) {
            case "--seeds" -> new Options(first, atLeastOne(value), trace, planted);
            case "--first" -> new Options(number(value), seeds, trace, planted);
            case "--seed" -> new Options(number(value), 1, trace, planted);
            case "--planted" ->
                new Options(
                        first,
                        seeds,
                        trace,
                        Planted.of(value).orElseThrow(() -> new Unusable("no bug is named " + value)));
            default -> throw new Unusable("no option is named " + name);
        };
    }

    private static long atLeastOne(String text) throws Unusable {
        long number = number(text);
        if (number < 1) {
            throw new Unusable("at least one seed");
        }
        return number;
    }

    private static long number(String text) throws Unusable {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Unusable("not a whole number: " + text);
        }
    }
}
