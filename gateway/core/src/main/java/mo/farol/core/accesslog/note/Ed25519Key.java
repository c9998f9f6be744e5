package mo.farol.core.accesslog.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key under a name, for one kind of signature line (C2SP signed-note, "verifier keys").
 *
 * @param type 1 for signatures of notes, 4 for cosignatures
 * @param raw 32 bytes (RFC 8032)
 */
record Ed25519Key(String name, byte type, byte[] raw, PublicKey key) {
    static final int LENGTH = 32;
    static final int ID_LENGTH = 4;
    static final int SIGNATURE_LENGTH = 64;

    /** A SubjectPublicKeyInfo up to the key itself (RFC 8410, 4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @throws IllegalArgumentException when it is no Ed25519 key, or no note can carry the name */
    static Ed25519Key of(String name, byte type, byte[] raw) {
        if (raw.length != LENGTH || name.isEmpty() || name.matches("(?s).*[\\s+].*")) {
            throw new IllegalArgumentException("not a note's key: 32 bytes, and a name without spaces and plus signs");
        }
        byte[] encoded =
                ByteBuffer.allocate(SPKI.length + LENGTH).put(SPKI).put(raw).array();
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519", "SunEC").generatePublic(new X509EncodedKeySpec(encoded));
            return new Ed25519Key(name, type, raw.clone(), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /** Reads {@link #text}. */
    static Ed25519Key parse(String text, byte type) throws InvalidNote {
        String[] parts = text.strip().split("\\+", 3);
        try {
            byte[] typed = Base64.getDecoder().decode(parts.length == 3 ? parts[2] : "");
            if (typed.length != 1 + LENGTH || typed[0] != type) {
                throw new InvalidNote("not a key of the form name+id+base64 for Ed25519, of type " + type);
            }
            Ed25519Key key = of(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
            if (!key.text().equals(text.strip())) {
                throw new InvalidNote("a key whose id is not its own");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new InvalidNote("not a key of the form name+id+base64 for Ed25519, of type " + type);
        }
    }

    /** {@code name+id+base64}, as verifiers of notes are configured. */
    String text() {
        byte[] typed = ByteBuffer.allocate(1 + LENGTH).put(type).put(raw).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** What the key's signatures begin with: 4 bytes of SHA-256 over name, newline, type and key. */
    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(type);
            return Arrays.copyOf(digest.digest(raw), ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @param signature 64 bytes; anything else is false */
    boolean verifies(String text, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519", "SunEC");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
