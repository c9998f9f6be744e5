package mo.farol.server.importing;

/** A file that cannot be loaded as it is. The message names no content. */
final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedFile(String why) {
        super(why, null, false, false);
    }

    static RefusedFile empty() {
        return new RefusedFile("the file is empty");
    }
}
