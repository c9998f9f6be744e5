/** The commands of the gateway's program and how their arguments are read. */
@NullMarked
package mo.farol.server.command;

import org.jspecify.annotations.NullMarked;
