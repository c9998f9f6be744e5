/** Reads proofs, tiles and records of the public log. */
@NullMarked
package mo.farol.store.accesslog.proof;

import org.jspecify.annotations.NullMarked;
