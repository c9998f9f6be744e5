/** Asking a face-check provider for a check, over HTTP. */
@NullMarked
package mo.farol.server.proof.facecheck;

import org.jspecify.annotations.NullMarked;
