@NullMarked
package mo.farol.server.outgoing;

import org.jspecify.annotations.NullMarked;
