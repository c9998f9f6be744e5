package mo.farol.core.accesslog.note;

/** The public Ed25519 key that notes under one name are checked by (C2SP signed-note). */
public final class NoteKey {
    /** Of the raw key. */
    public static final int LENGTH = Ed25519Key.LENGTH;

    static final int ID_LENGTH = Ed25519Key.ID_LENGTH;
    private static final byte SIGNATURE = 1;

    private final Ed25519Key key;
    private final byte[] id;

    private NoteKey(Ed25519Key key) {
        this.key = key;
        this.id = key.id();
    }

    /**
     * @param raw 32 bytes (RFC 8032)
     * @throws IllegalArgumentException when it is no Ed25519 key, or no note can carry the name
     */
    public static NoteKey of(String name, byte[] raw) {
        return new NoteKey(Ed25519Key.of(name, SIGNATURE, raw));
    }

    /** Reads {@link #text}. */
    public static NoteKey parse(String text) throws InvalidNote {
        return new NoteKey(Ed25519Key.parse(text, SIGNATURE));
    }

    /** {@code name+id+base64}, as verifiers of notes are configured. */
    public String text() {
        return key.text();
    }

    public String name() {
        return key.name();
    }

    /** 32 bytes. */
    public byte[] raw() {
        return key.raw().clone();
    }

    byte[] id() {
        return id.clone();
    }

    /** @param signature 64 bytes; anything else is false */
    boolean verifies(String text, byte[] signature) {
        return key.verifies(text, signature);
    }

    @Override
    public String toString() {
        return "NoteKey[" + text() + "]";
    }
}
