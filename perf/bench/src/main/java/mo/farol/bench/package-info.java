/** Writes the texts that the side-by-side run sends: fresh codes, second forms of them, and rubbish. */
@NullMarked
package mo.farol.bench;

import org.jspecify.annotations.NullMarked;
