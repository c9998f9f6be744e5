package mo.farol.phone.canary;

/**
 * A canary that was found.
 *
 * @param canary its name
 * @param encoding as what it stood there
 * @param place where it was found
 * @param offset in bytes
 */
public record Hit(String canary, String encoding, String place, long offset) {}
