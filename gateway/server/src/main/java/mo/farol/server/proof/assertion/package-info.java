/** Signed assertions of face-check providers and kiosks, from their bytes to what may be believed. */
@NullMarked
package mo.farol.server.proof.assertion;

import org.jspecify.annotations.NullMarked;
