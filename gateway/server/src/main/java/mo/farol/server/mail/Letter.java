package mo.farol.server.mail;

import java.util.UUID;

/**
 * A mail as it leaves: plain text. It never prints.
 *
 * @param id names it at every try
 * @param to an address, not yet checked
 * @param language BCP 47 tags
 * @param text lines joined by \n
 */
record Letter(UUID id, String to, String language, String subject, String text) {
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
