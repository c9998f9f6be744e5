package mo.farol.demo.command;

import java.util.List;

/** One command of the launcher. */
interface Command {
    String name();

    /** One line for the list of commands. */
    String summary();

    /** What {@code --help} prints. */
    String help();

    /**
     * Runs to its end.
     *
     * @return the exit status
     */
    int run(List<String> arguments) throws Exception;
}
