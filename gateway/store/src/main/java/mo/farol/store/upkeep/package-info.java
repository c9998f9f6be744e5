/** Partitions ahead, the code floor, the purge of what has expired, and the database's time. */
@NullMarked
package mo.farol.store.upkeep;

import org.jspecify.annotations.NullMarked;
