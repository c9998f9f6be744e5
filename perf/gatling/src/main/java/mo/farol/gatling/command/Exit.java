package mo.farol.gatling.command;

/** Exit statuses. */
final class Exit {
    static final int CLEAN = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BROKEN = 3;

    private Exit() {}
}
