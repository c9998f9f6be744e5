/** Proofs of the public log, as they go over the wire. */
@NullMarked
package mo.farol.api.log;

import org.jspecify.annotations.NullMarked;
