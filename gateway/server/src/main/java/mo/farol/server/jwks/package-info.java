/** Public keys of others, as they publish them: fetched, kept, refreshed, and never guessed. */
@NullMarked
package mo.farol.server.jwks;

import org.jspecify.annotations.NullMarked;
