/** What must be watched below HTTP: how fast headers arrive, and a header name that the decoder misreads. */
@NullMarked
package mo.farol.server.http.wire;

import org.jspecify.annotations.NullMarked;
