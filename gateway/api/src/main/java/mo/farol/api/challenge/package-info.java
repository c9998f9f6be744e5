/** The challenge that a terminal shows to phones. */
@NullMarked
package mo.farol.api.challenge;

import org.jspecify.annotations.NullMarked;
