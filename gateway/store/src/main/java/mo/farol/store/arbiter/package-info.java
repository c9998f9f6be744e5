/** The redeeming statement and what settles its losers and its unknown outcomes. */
@NullMarked
package mo.farol.store.arbiter;

import org.jspecify.annotations.NullMarked;
