package mo.farol.api.problem;

/**
 * Words for people.
 *
 * @param title what is wrong
 * @param next what to do next
 */
public record Text(String title, String next) {}
