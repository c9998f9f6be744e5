package mo.farol.api.resident;

/**
 * What became of a kiosk number.
 *
 * @param state {@code waiting}, {@code locked}, {@code used} or {@code expired}
 * @param expires RFC 3339 with offset +08:00
 */
public record KioskNumberState(String state, String expires) {}
