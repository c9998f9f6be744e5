/** {@code farol import}: a file of the civil registry, line by line, into the store. */
@NullMarked
package mo.farol.server.importing;

import org.jspecify.annotations.NullMarked;
