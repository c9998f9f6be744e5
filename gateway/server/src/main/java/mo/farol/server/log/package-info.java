/** The public log over HTTP: checkpoint and tiles for everybody, proofs for those whose record it is. */
@NullMarked
package mo.farol.server.log;

import org.jspecify.annotations.NullMarked;
