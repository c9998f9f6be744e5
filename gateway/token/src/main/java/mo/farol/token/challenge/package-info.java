/** A terminal's challenge: the QR {@code EIDC1:} that a phone scans, verifies and answers with a code. */
@NullMarked
package mo.farol.token.challenge;

import org.jspecify.annotations.NullMarked;
