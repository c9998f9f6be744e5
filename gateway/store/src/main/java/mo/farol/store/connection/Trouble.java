package mo.farol.store.connection;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import mo.farol.core.verification.ArbiterUnreachable;

/** What a failed statement means for what it was to do. */
public enum Trouble {
    /** Rolled back by a conflict or a timeout: send it again with the same attempts. */
    RESEND,
    /** Rolled back because of a row's content (SQLSTATE class 22 or 23): send the rows apart. */
    SPLIT,
    /** Rolled back, and sending it again would not help. */
    ROLLED_BACK,
    /** Never sent. */
    NOT_SENT,
    /** It may or may not have committed. */
    UNKNOWN;

    public static Trouble of(Throwable cause) {
        if (cause instanceof ArbiterUnreachable) {
            return NOT_SENT;
        }
        if (!(cause instanceof PgException answer)) {
            return UNKNOWN;
        }
        String state = answer.getSqlState();
        return switch (state) {
            case "40001", "40P01", "55P03", "57014" -> RESEND;
            case "40003" -> UNKNOWN;
            default -> state.startsWith("22") || state.startsWith("23") ? SPLIT : ofOther(answer);
        };
    }

    /** A FATAL may come after the commit; the severity is in the server's language, so only ERROR itself is believed. */
    private static Trouble ofOther(PgException answer) {
        return "ERROR".equals(answer.getSeverity()) && !answer.getSqlState().startsWith("08") ? ROLLED_BACK : UNKNOWN;
    }

    /** Whether the connection went, or was silent for too long, so that the server said nothing about the question. */
    public static boolean endedConnection(Throwable cause) {
        boolean told = cause instanceof PgException
                || cause instanceof IOException
                || cause instanceof VertxException
                || cause instanceof TimeoutException;
        return told && of(cause) == UNKNOWN;
    }

    /** The SQLSTATE or the exception's class: messages and details may carry personal data, so they are not logged. */
    public static String nameOf(Throwable cause) {
        return cause instanceof PgException answer
                ? "SQLSTATE " + answer.getSqlState()
                : cause.getClass().getSimpleName();
    }
}
