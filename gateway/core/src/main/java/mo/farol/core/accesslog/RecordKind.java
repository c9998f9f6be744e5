package mo.farol.core.accesslog;

/** What an access record is about. The number is what the record stores, never reused and never changed. */
public enum RecordKind {
    VERIFICATION(1),
    PASSAGE_SCAN(2),
    PASSAGE_DECISION(3),
    CONSENT(4),
    OPERATOR_LOOK_UP(5),
    MANUAL_OPENING(6);

    private final int number;

    RecordKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
