/** A terminal's challenges: issued here, answered by a code, used up by the arbiter. */
@NullMarked
package mo.farol.core.challenge;

import org.jspecify.annotations.NullMarked;
