package mo.farol.demo.lives;

import java.util.UUID;

/**
 * One request as its sender saw it.
 *
 * @param eid whose
 * @param what was asked for
 * @param binding what it was about; of a bind that was done, the new one
 * @param sent by {@link System#nanoTime}, before the request left
 * @param answered after its answer was there
 * @param done acknowledged as done, or verified
 */
record Happening(UUID eid, Kind what, UUID binding, long sent, long answered, boolean done) {
    enum Kind {
        BIND,
        SUSPEND,
        RESUME,
        UNBIND,
        VERIFY
    }

    boolean isDone(Kind kind) {
        return done && what == kind;
    }
}
