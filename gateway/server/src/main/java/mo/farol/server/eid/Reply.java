package mo.farol.server.eid;

/**
 * A request's answer before it is sent.
 *
 * @param body a record of the API
 * @param replayed whether it is the answer to an earlier request with the same key
 */
public record Reply(int status, Object body, boolean replayed) {
    public static Reply ok(Object body) {
        return new Reply(200, body, false);
    }

    public static Reply created(Object body) {
        return new Reply(201, body, false);
    }

    Reply again() {
        return new Reply(status, body, true);
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
