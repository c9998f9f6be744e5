/** What the gateway asks of others over HTTP: bounded in size and time, and never redirected. */
@NullMarked
package mo.farol.server.outgoing;

import org.jspecify.annotations.NullMarked;
