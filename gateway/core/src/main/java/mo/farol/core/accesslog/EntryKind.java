package mo.farol.core.accesslog;

import java.util.Arrays;
import java.util.Optional;

/** What an entry of the public log commits to. The number is what the log's table stores; the name, what exports do. */
public enum EntryKind {
    ACCESS_RECORD(1),
    EID_EVENT(2),
    CUT(3);

    private final int number;

    EntryKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<EntryKind> byNumber(int number) {
        return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }
}
