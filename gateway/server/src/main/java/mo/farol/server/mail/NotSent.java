package mo.farol.server.mail;

import io.vertx.ext.mail.SMTPException;

/** A letter was not taken. The message names no address and repeats nothing that the server said. */
final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    NotSent(String why, boolean permanent) {
        super(why, null, false, false);
        this.permanent = permanent;
    }

    static NotSent because(Throwable cause) {
        if (cause instanceof NotSent already) {
            return already;
        }
        if (cause instanceof SMTPException smtp) {
            return new NotSent("SMTP reply " + smtp.getReplyCode(), smtp.isPermanent());
        }
        return new NotSent(cause.getClass().getSimpleName(), false);
    }

    /** Whether trying again is of little use (RFC 5321, 4.2.1: replies 5yz). */
    boolean isPermanent() {
        return permanent;
    }
}
