/** The database's shape: a step of its own, with a role of its own. */
@NullMarked
package mo.farol.store.migration;

import org.jspecify.annotations.NullMarked;
