/** Signed heads of the access log: C2SP tlog-checkpoint in a signed note, Ed25519. */
@NullMarked
package mo.farol.core.accesslog.note;

import org.jspecify.annotations.NullMarked;
