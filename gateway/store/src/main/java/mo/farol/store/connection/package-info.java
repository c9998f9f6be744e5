/** How this node reaches PostgreSQL, and which servers it believes. */
@NullMarked
package mo.farol.store.connection;

import org.jspecify.annotations.NullMarked;
