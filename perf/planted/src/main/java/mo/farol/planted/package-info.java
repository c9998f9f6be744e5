/** Bugs that are planted on purpose, as edits of the gateway's own sources. Nothing here is on a gateway's class path. */
@NullMarked
package mo.farol.planted;

import org.jspecify.annotations.NullMarked;
