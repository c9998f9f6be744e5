package mo.farol.planted;

/**
 * A source file that only the planted bug has.
 *
 * @param file its path in the checkout
 * @param text all of it
 */
record Added(String file, String text) {}
