/** Challenges for terminals to show. */
@NullMarked
package mo.farol.server.challenge;

import org.jspecify.annotations.NullMarked;
