/** Witnesses of the public log in others' hands, over HTTP (C2SP tlog-witness). */
@NullMarked
package mo.farol.server.witness;

import org.jspecify.annotations.NullMarked;
