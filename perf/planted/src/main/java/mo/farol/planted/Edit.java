package mo.farol.planted;

/**
 * One change of one source file.
 *
 * @param file its path in the checkout
 * @param find text that occurs in it exactly once
 * @param replace what takes its place
 */
record Edit(String file, String find, String replace) {
    /** @throws Drifted when the text is not there, or there twice */
    String apply(String source) throws Drifted {
        int at = source.indexOf(find);
        if (at < 0) {
            throw new Drifted(file + " has no text: " + find);
        }
        if (source.indexOf(find, at + 1) >= 0) {
            throw new Drifted(file + " has this text more than once: " + find);
        }
        return source.substring(0, at) + replace + source.substring(at + find.length());
    }
}
