/** The outbox of mails, and where residents are written to. */
@NullMarked
package mo.farol.store.notice;

import org.jspecify.annotations.NullMarked;
