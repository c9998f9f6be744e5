package mo.farol.api.challenge;

/**
 * A challenge for this terminal to show.
 *
 * @param id base64url of its 16 bytes, as {@code challenge} of a verification
 * @param qr the text of the QR: {@code EIDC1:} and Base45
 * @param purpose as it was asked for
 * @param expiresAt RFC 3339 with offset +08:00
 */
public record TerminalChallengeAnswer(String id, String qr, String purpose, String expiresAt) {}
