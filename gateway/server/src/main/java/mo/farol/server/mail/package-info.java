/** Notices by e-mail: taken from the outbox, written in the reader's language, sent at least once. */
@NullMarked
package mo.farol.server.mail;

import org.jspecify.annotations.NullMarked;
