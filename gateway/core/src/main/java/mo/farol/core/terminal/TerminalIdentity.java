package mo.farol.core.terminal;

/**
 * The signed-in terminal that asks, as its access token names it.
 *
 * @param terminal the terminal's row
 * @param institution its institution's row
 * @param name the terminal's client id
 */
public record TerminalIdentity(long terminal, long institution, String name) {}
