/** A phone before a terminal's challenge: it reads, verifies, shows, waits for a tap, and answers. */
@NullMarked
package mo.farol.phone.challenge;

import org.jspecify.annotations.NullMarked;
